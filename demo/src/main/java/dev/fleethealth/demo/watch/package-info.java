/** Reads the alerts, prints them, and compares them with what was expected. */
@NullMarked
package dev.fleethealth.demo.watch;

import org.jspecify.annotations.NullMarked;
