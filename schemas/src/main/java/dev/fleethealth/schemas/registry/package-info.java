/**
 * Kafka serdes for Avro records in Confluent wire format, and a client of the Confluent REST API subset that they need:
 * Avro only, no rules, no encryption, no schema references, no schema ids in headers.
 */
@NullMarked
package dev.fleethealth.schemas.registry;

import org.jspecify.annotations.NullMarked;
