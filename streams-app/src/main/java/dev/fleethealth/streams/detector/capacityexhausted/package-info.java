/** A broker that turns the devices of a fleet away because a limit is reached. */
@NullMarked
package dev.fleethealth.streams.detector.capacityexhausted;

import org.jspecify.annotations.NullMarked;
