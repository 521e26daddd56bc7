/** Waiting for Kafka at start and creating the topics that are missing. */
@NullMarked
package dev.fleethealth.service.kafka;

import org.jspecify.annotations.NullMarked;
