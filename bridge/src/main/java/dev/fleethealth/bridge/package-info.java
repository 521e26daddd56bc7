/** The program: wires sources, dialects and Kafka together. */
@NullMarked
package dev.fleethealth.bridge;

import org.jspecify.annotations.NullMarked;
