/** How long it takes from the event that crosses a threshold to its alert, at a given rate. */
@NullMarked
package dev.fleethealth.benchmarks.delay;

import org.jspecify.annotations.NullMarked;
