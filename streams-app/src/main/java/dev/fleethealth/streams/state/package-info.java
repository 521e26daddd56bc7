/** How state is written to stores and internal topics: compact binary forms with a version. */
@NullMarked
package dev.fleethealth.streams.state;

import org.jspecify.annotations.NullMarked;
