/** One day of a fleet of fleets: what its devices do, minute by minute, and how it is written down. */
@NullMarked
package dev.fleethealth.benchmarks.day;

import org.jspecify.annotations.NullMarked;
