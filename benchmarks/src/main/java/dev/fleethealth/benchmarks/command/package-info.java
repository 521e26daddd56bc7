/** The commands of the benchmarks. */
@NullMarked
package dev.fleethealth.benchmarks.command;

import org.jspecify.annotations.NullMarked;
