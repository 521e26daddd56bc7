/** The Kafka Streams topology: thin nodes around the pure core. */
@NullMarked
package dev.fleethealth.streams.topology;

import org.jspecify.annotations.NullMarked;
