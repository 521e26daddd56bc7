/** What integration tests, chaos tests and benchmarks share. */
@NullMarked
package dev.fleethealth.testkit;

import org.jspecify.annotations.NullMarked;
