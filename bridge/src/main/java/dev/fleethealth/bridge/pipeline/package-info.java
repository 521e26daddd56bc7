/** From one broker message to its acknowledgement: decode, publish or dead-letter, and only then acknowledge. */
@NullMarked
package dev.fleethealth.bridge.pipeline;

import org.jspecify.annotations.NullMarked;
