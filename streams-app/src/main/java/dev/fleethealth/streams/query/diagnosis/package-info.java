/** What was wrong with a device at a time, read off its own events and the alerts around it. */
@NullMarked
package dev.fleethealth.streams.query.diagnosis;

import org.jspecify.annotations.NullMarked;
