/** Log files that are followed over rotation, truncation and restarts, with the position kept of what is safe on Kafka. */
@NullMarked
package dev.fleethealth.bridge.file;

import org.jspecify.annotations.NullMarked;
