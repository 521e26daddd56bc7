/** What Prometheus sees of the fleets and of the program's own faults. */
@NullMarked
package dev.fleethealth.streams.metrics;

import org.jspecify.annotations.NullMarked;
