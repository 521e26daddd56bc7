package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Silences, of the configuration and those that came since. */
public interface SilenceKeeper {
    /** Those that are not over, first to begin first. */
    List<Silence> list(Instant now);

    /** Whether it is one of the configuration. */
    boolean isConfigured(String id);

    /**
     * Adds a silence; returns when all instances will learn of it.
     *
     * @throws InvalidSilenceException when it cannot be; nothing has changed
     * @throws IllegalStateException when that can't be said now; the message says why
     */
    Silence create(SilenceRequest request, Instant now) throws InterruptedException;

    /**
     * Ends a silence.
     *
     * @return empty when there is none of that id
     * @throws IllegalStateException as {@link #create}
     */
    Optional<Silence> expire(String id, Instant now) throws InterruptedException;
}
