/** Answers as JSON, as {@code openapi.yaml} says. */
@NullMarked
package dev.fleethealth.streams.query.json;

import org.jspecify.annotations.NullMarked;
