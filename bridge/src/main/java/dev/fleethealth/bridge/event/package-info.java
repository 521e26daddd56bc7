/** What makes an event complete and does not depend on the broker: its id, fleet, source and times. */
@NullMarked
package dev.fleethealth.bridge.event;

import org.jspecify.annotations.NullMarked;
