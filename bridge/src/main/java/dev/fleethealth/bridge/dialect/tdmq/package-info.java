/** Tencent TDMQ for MQTT: the client events of {@code $events/#}. */
@NullMarked
package dev.fleethealth.bridge.dialect.tdmq;

import org.jspecify.annotations.NullMarked;
