/** Runs one thing after the other over the same records, and takes the time of each. */
@NullMarked
package dev.fleethealth.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
