/** Strict, bounded reading of JSON payloads, with reasons that a person understands and that quote no payload. */
@NullMarked
package dev.fleethealth.bridge.dialect.json;

import org.jspecify.annotations.NullMarked;
