/** ClearBlade IoT Core and IoT Enterprise: device log entries, lines of the broker's log and messages of triggers. */
@NullMarked
package dev.fleethealth.bridge.dialect.clearblade;

import org.jspecify.annotations.NullMarked;
