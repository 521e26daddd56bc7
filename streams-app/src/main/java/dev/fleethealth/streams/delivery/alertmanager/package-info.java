/** Prometheus Alertmanager, by its API v2. */
@NullMarked
package dev.fleethealth.streams.delivery.alertmanager;

import org.jspecify.annotations.NullMarked;
