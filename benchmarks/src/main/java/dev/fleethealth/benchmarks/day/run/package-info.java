/** Runs a day as an operator would: raw messages to files, translate, merge, backtest. */
@NullMarked
package dev.fleethealth.benchmarks.day.run;

import org.jspecify.annotations.NullMarked;
