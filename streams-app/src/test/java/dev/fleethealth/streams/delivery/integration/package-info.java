/** Delivery with a real Kafka, and endpoints that do what endpoints do on a bad day. */
@NullMarked
package dev.fleethealth.streams.delivery.integration;

import org.jspecify.annotations.NullMarked;
