/** What the devices of a fleet add up to, exactly, over sliding windows. */
@NullMarked
package dev.fleethealth.streams.fleet;

import org.jspecify.annotations.NullMarked;
