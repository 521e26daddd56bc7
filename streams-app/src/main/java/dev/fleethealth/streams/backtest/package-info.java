/** Runs the production topology over recorded events, with time driven by them. */
@NullMarked
package dev.fleethealth.streams.backtest;

import org.jspecify.annotations.NullMarked;
