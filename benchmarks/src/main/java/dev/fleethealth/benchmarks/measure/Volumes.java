package dev.fleethealth.benchmarks.measure;

/** What a run wrote to Kafka for itself. */
public record Volumes(Traffic traffic, Changelog devices) {}
