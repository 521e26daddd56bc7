package dev.fleethealth.benchmarks.measure;

/**
 * What a run wrote for itself.
 *
 * @param devices the copy of the devices' state on Kafka
 * @param bytesOnDisk of all state stores; those in memory have none
 */
public record Volumes(Traffic traffic, Changelog devices, long bytesOnDisk) {}
