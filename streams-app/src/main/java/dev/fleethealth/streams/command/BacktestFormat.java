package dev.fleethealth.streams.command;

/** For whom a backtest prints. */
enum BacktestFormat {
    /** One alert transition a line, for programs. */
    JSON,
    /** One episode a line, for people. */
    TABLE
}
