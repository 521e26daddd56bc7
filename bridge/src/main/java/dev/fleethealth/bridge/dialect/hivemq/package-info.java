/** HiveMQ, through the Fleet Health extension: {@code $events/hivemq/#}. */
@NullMarked
package dev.fleethealth.bridge.dialect.hivemq;

import org.jspecify.annotations.NullMarked;
