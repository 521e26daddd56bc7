/** Where the CPU time goes. */
@NullMarked
package dev.fleethealth.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
