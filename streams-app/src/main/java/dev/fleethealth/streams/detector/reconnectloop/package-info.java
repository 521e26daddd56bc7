/** A device that connects, or tries to, again and again. */
@NullMarked
package dev.fleethealth.streams.detector.reconnectloop;

import org.jspecify.annotations.NullMarked;
