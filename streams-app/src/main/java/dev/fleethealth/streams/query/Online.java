package dev.fleethealth.streams.query;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device was online.
 *
 * @param state at the time asked for, or at the end of the span
 * @param at the time asked for; null when a span was
 * @param span the span asked for; null when a time was
 * @param online how long in the span; zero when a time was asked for, as are the next two
 * @param unknown before the first event that is still known
 * @param connection the one that was open at the time
 */
public record Online(
        Presence state,
        @Nullable Instant at,
        @Nullable TimeSpan span,
        Duration online,
        Duration offline,
        Duration unknown,
        @Nullable DeviceConnection connection) {}
