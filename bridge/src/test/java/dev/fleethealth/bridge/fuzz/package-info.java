/** Hostile input: found by a fuzzer, or generated in bulk. */
@NullMarked
package dev.fleethealth.bridge.fuzz;

import org.jspecify.annotations.NullMarked;
