/** What a program shows to Prometheus, held against Prometheus' conventions and our page of metrics. */
@NullMarked
package dev.fleethealth.testkit.metrics;

import org.jspecify.annotations.NullMarked;
