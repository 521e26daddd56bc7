/** A minimal MQTT client on one thread, which can misbehave on purpose: fall silent, drop its link without a word. */
@NullMarked
package dev.fleethealth.demo.mqtt;

import org.jspecify.annotations.NullMarked;
