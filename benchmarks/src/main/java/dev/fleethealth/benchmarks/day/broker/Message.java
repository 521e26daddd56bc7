package dev.fleethealth.benchmarks.day.broker;

/** A message as the broker publishes it. */
public record Message(String topic, String payload) {}
