package dev.fleethealth.schemas.registry;

import org.apache.avro.Schema;

/**
 * One version of a subject.
 *
 * @param id the id that stands in front of each record, unique in the registry
 * @param version number of the version within its subject, from 1
 */
public record RegisteredSchema(int id, int version, Schema schema) {}
