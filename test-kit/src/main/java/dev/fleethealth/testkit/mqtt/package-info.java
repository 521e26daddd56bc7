/** Real MQTT brokers in processes of their own. */
@NullMarked
package dev.fleethealth.testkit.mqtt;

import org.jspecify.annotations.NullMarked;
