/** HiveMQ: through the Fleet Health extension ({@code $events/hivemq/#}), or by the lines of its {@code event.log}. */
@NullMarked
package dev.fleethealth.bridge.dialect.hivemq;

import org.jspecify.annotations.NullMarked;
