/** Events as a large fleet makes them, the same in each run. */
@NullMarked
package dev.fleethealth.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
