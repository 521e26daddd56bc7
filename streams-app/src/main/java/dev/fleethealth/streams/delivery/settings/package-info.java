/** The part of the configuration that says who is told of alerts, and how. */
@NullMarked
package dev.fleethealth.streams.delivery.settings;

import org.jspecify.annotations.NullMarked;
