/** The life of an alert: opened once, updated, resolved once. */
@NullMarked
package dev.fleethealth.streams.alert;

import org.jspecify.annotations.NullMarked;
