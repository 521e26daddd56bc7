/** What Prometheus can see of the bridge. */
@NullMarked
package dev.fleethealth.bridge.metrics;

import org.jspecify.annotations.NullMarked;
