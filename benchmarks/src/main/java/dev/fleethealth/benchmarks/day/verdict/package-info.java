/** Compares what was expected with what was found. */
@NullMarked
package dev.fleethealth.benchmarks.day.verdict;

import org.jspecify.annotations.NullMarked;
