/** Recorded broker messages to canonical events, without a broker and without Kafka. */
@NullMarked
package dev.fleethealth.bridge.translate;

import org.jspecify.annotations.NullMarked;
