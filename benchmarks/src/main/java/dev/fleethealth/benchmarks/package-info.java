/** Measures what an event costs; no part of the product. */
@NullMarked
package dev.fleethealth.benchmarks;

import org.jspecify.annotations.NullMarked;
