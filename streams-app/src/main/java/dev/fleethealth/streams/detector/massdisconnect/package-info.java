/** A fleet, or a good part of it, that is gone. */
@NullMarked
package dev.fleethealth.streams.detector.massdisconnect;

import org.jspecify.annotations.NullMarked;
