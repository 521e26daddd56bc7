/** AWS IoT Core: the lifecycle events of {@code $aws/events/presence/#} and {@code $aws/events/subscriptions/#}. */
@NullMarked
package dev.fleethealth.bridge.dialect.awsiot;

import org.jspecify.annotations.NullMarked;
