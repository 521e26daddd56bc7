/** PagerDuty, by the Events API v2. */
@NullMarked
package dev.fleethealth.streams.delivery.pagerduty;

import org.jspecify.annotations.NullMarked;
