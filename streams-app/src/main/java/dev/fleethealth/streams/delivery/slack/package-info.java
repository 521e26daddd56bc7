/** Slack, and whatever takes Slack's incoming webhooks. */
@NullMarked
package dev.fleethealth.streams.delivery.slack;

import org.jspecify.annotations.NullMarked;
