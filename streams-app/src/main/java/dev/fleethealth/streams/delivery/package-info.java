/** Who is told of an alert, what, when and how often: routing, silences, inhibition, floods, budgets, retries. */
@NullMarked
package dev.fleethealth.streams.delivery;

import org.jspecify.annotations.NullMarked;
