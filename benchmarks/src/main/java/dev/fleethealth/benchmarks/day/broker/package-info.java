/** What each broker says of connections, in its own words. */
@NullMarked
package dev.fleethealth.benchmarks.day.broker;

import org.jspecify.annotations.NullMarked;
