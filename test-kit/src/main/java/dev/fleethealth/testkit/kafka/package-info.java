/** Kafka brokers of one's own: in this JVM, and in a JVM of their own. */
@NullMarked
package dev.fleethealth.testkit.kafka;

import org.jspecify.annotations.NullMarked;
