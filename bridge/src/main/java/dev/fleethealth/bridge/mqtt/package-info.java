/** The MQTT source: persistent sessions, acknowledgement by hand, reconnecting without storms. */
@NullMarked
package dev.fleethealth.bridge.mqtt;

import org.jspecify.annotations.NullMarked;
