package dev.fleethealth.streams.query.timeline;

import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.query.Presence;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.timeline.Replay.Step;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From when to when a device was online, offline, or nobody knows. */
public final class Presences {
    /** Each holds until the next begins; the first holds since ever. */
    private final List<Stretch> stretches = new ArrayList<>();

    private record Stretch(Instant from, Presence presence) {}

    private Presences() {}

    public static Presences of(Past past, List<Step> steps) {
        Presences presences = new Presences();
        presences.add(Instant.MIN, Presence.UNKNOWN);
        if (past.droppedUntil() != null) {
            presences.add(past.droppedUntil(), presence(past.before().isOnline()));
        }
        steps.forEach(presences::add);
        return presences;
    }

    public Presence at(Instant time) {
        Presence presence = Presence.UNKNOWN;
        for (Stretch stretch : stretches) {
            if (!stretch.from().isAfter(time)) {
                presence = stretch.presence();
            }
        }
        return presence;
    }

    /** How much of a span it was so. */
    public Duration in(TimeSpan span, Presence presence) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < stretches.size(); i++) {
            Instant from = later(stretches.get(i).from(), span.from());
            Instant to = i + 1 < stretches.size() ? earlier(stretches.get(i + 1).from(), span.to()) : span.to();
            if (stretches.get(i).presence() == presence && from.isBefore(to)) {
                sum = sum.plus(Duration.between(from, to));
            }
        }
        return sum;
    }

    private void add(Step step) {
        Happening happening = step.step().happening();
        if (happening instanceof Happening.Ended ended && ended.connection().isEmpty() && last() != Presence.ONLINE) {
            addUnseen(step);
        }
        boolean saysNothing = happening instanceof Happening.Noted
                && last() == Presence.UNKNOWN
                && step.event().getType() != EventType.SESSION_EXPIRED;
        if (!saysNothing) {
            add(happening.at(), presence(step.step().session().isOnline()));
        }
    }

    /** A connection ended whose opening is not known, unless its end says when that was. */
    private void addUnseen(Step step) {
        Stretch last = stretches.remove(stretches.size() - 1);
        stretches.add(new Stretch(last.from(), Presence.UNKNOWN));
        Instant opened = step.event().getConnectedAt();
        if (opened != null && opened.isBefore(step.event().getOccurredAt()) && opened.isAfter(last.from())) {
            stretches.remove(stretches.size() - 1);
            stretches.add(last);
            stretches.add(new Stretch(opened, Presence.ONLINE));
        }
    }

    private void add(Instant from, Presence presence) {
        if (stretches.isEmpty() || last() != presence) {
            stretches.add(new Stretch(from, presence));
        }
    }

    private Presence last() {
        return stretches.get(stretches.size() - 1).presence();
    }

    private static Presence presence(boolean online) {
        return online ? Presence.ONLINE : Presence.OFFLINE;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
