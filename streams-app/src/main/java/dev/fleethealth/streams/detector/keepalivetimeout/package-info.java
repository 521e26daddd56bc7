/** A device that falls silent for longer than its keep-alive, again and again. */
@NullMarked
package dev.fleethealth.streams.detector.keepalivetimeout;

import org.jspecify.annotations.NullMarked;
