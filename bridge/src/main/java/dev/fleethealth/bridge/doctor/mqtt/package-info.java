/** MQTT itself: CONNECT, SUBSCRIBE, PINGREQ, and what happens to a connection that stays. */
@NullMarked
package dev.fleethealth.bridge.doctor.mqtt;

import org.jspecify.annotations.NullMarked;
