/** Many devices of a fleet whose credentials run out together. */
@NullMarked
package dev.fleethealth.streams.detector.jwtexpirycluster;

import org.jspecify.annotations.NullMarked;
