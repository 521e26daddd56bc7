package dev.fleethealth.streams.query.timeline;

import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.query.Online;
import dev.fleethealth.streams.query.Presence;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.timeline.Replay.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Was it online, and for how long? */
public final class OnlineAnswers {
    private final Replay replay;

    public OnlineAnswers(Replay replay) {
        this.replay = replay;
    }

    /** At a moment. */
    public Online at(Past past, Instant time) {
        List<Step> steps = replay.of(past);
        Presence presence = Presences.of(past, steps).at(time);
        return new Online(
                presence, time, null, Duration.ZERO, Duration.ZERO, Duration.ZERO, open(past, steps, presence, time));
    }

    /** In a span, and at its end. */
    public Online in(Past past, TimeSpan span) {
        List<Step> steps = replay.of(past);
        Presences presences = Presences.of(past, steps);
        Instant last = span.to().minusMillis(1);
        Presence presence = presences.at(last);
        return new Online(
                presence,
                null,
                span,
                presences.in(span, Presence.ONLINE),
                presences.in(span, Presence.OFFLINE),
                presences.in(span, Presence.UNKNOWN),
                open(past, steps, presence, last));
    }

    private static @Nullable DeviceConnection open(Past past, List<Step> steps, Presence presence, Instant time) {
        return presence == Presence.ONLINE
                ? Connections.at(Connections.of(past, steps), time).orElse(null)
                : null;
    }
}
