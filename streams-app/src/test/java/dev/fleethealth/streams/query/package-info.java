/** Fleets that are made up, to show and to test answers with. */
@NullMarked
package dev.fleethealth.streams.query;

import org.jspecify.annotations.NullMarked;
