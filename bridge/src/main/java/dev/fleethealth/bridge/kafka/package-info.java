/** Where events and dead letters go: Kafka, which is waited for and never given up. */
@NullMarked
package dev.fleethealth.bridge.kafka;

import org.jspecify.annotations.NullMarked;
