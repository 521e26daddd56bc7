/** Tests with a real Kafka and a real MQTT broker. */
@NullMarked
package dev.fleethealth.bridge.integration;

import org.jspecify.annotations.NullMarked;
