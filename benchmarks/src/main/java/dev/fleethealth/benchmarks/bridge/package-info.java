/** What the bridge costs: a subscriber that does nothing, the bridge to Kafka, and translating alone. */
@NullMarked
package dev.fleethealth.benchmarks.bridge;

import org.jspecify.annotations.NullMarked;
