/** What a backtest found, for a person or a program to read. */
@NullMarked
package dev.fleethealth.streams.backtest.report;

import org.jspecify.annotations.NullMarked;
