/** Events from ApsaraMQ over AMQP 0-9-1: one channel, acknowledged after Kafka. */
@NullMarked
package dev.fleethealth.bridge.amqp;

import org.jspecify.annotations.NullMarked;
