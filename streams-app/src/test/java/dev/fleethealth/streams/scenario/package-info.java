/** Whole stories of a fleet, told in YAML and run through the production topology. */
@NullMarked
package dev.fleethealth.streams.scenario;

import org.jspecify.annotations.NullMarked;
