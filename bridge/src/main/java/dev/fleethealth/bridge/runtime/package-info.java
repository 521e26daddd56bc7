/** The bridge at work: wires sources, dialects and Kafka together, and starts and stops them in order. */
@NullMarked
package dev.fleethealth.bridge.runtime;

import org.jspecify.annotations.NullMarked;
