package dev.fleethealth.streams.command;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.backtest.EventSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Says now and then how far the reading is: share, events, rate, and the time that the events have reached. */
final class Progress implements EventSource {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final EventSource events;
    private final PrintWriter out;
    private final InstantSource clock;
    private final Instant start;
    private Instant said;
    private long count;

    Progress(EventSource events, PrintWriter out, InstantSource clock) {
        this.events = events;
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
        this.said = start;
    }

    @Override
    public @Nullable ConnectionEvent next() throws IOException {
        ConnectionEvent event = events.next();
        if (event != null) {
            count++;
            Instant now = clock.instant();
            if (Duration.between(said, now).compareTo(INTERVAL) >= 0) {
                said = now;
                say(event.getReceivedAt(), Duration.between(start, now));
            }
        }
        return event;
    }

    @Override
    public OptionalDouble share() {
        return events.share();
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    private void say(Instant reached, Duration taken) {
        OptionalDouble share = share();
        String part = share.isPresent() ? String.format(Locale.ROOT, "%.1f %%, ", 100 * share.getAsDouble()) : "";
        out.println(String.format(
                Locale.ROOT,
                "%s%,d events, %,d a second, reached %s",
                part,
                count,
                count * 1000 / taken.toMillis(),
                reached.truncatedTo(ChronoUnit.SECONDS)));
        out.flush();
    }
}
