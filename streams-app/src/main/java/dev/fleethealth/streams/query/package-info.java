/** What can be asked about fleets, devices and alerts, and what the answers look like; see {@code openapi.yaml}. */
@NullMarked
package dev.fleethealth.streams.query;

import org.jspecify.annotations.NullMarked;
