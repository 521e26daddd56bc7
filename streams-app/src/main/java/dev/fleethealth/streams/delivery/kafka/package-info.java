/** Delivery's edge to Kafka: alerts in; the ledger, silences and dead letters out. */
@NullMarked
package dev.fleethealth.streams.delivery.kafka;

import org.jspecify.annotations.NullMarked;
