/** Many devices of a fleet that come back at once. */
@NullMarked
package dev.fleethealth.streams.detector.reconnectionstorm;

import org.jspecify.annotations.NullMarked;
