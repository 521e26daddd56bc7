/** Alibaba ApsaraMQ for MQTT: client status events and records of device traces. */
@NullMarked
package dev.fleethealth.bridge.dialect.apsaramq;

import org.jspecify.annotations.NullMarked;
