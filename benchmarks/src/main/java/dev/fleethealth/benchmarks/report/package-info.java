/** What was measured, as tables. */
@NullMarked
package dev.fleethealth.benchmarks.report;

import org.jspecify.annotations.NullMarked;
