package dev.fleethealth.streams.query;

import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.policy.NamePattern;
import dev.fleethealth.streams.query.http.SilenceKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Silences that nobody else knows of. */
public final class SampleSilences implements SilenceKeeper {
    public static final String CONFIGURED = "yearly-inventory";

    private final Silences silences;

    public SampleSilences(Instant now) {
        AlertMatch match =
                new AlertMatch(List.of(NamePattern.of("site-*")), List.of(), List.of(), List.of(), List.of());
        silences = new Silences(List.of(new Silence(
                CONFIGURED,
                match,
                now,
                now.plus(Duration.ofDays(1)),
                "configuration",
                "inventory of <b>all</b> sites")));
    }

    @Override
    public List<Silence> list(Instant now) {
        return silences.list(now);
    }

    @Override
    public boolean isConfigured(String id) {
        return id.equals(CONFIGURED);
    }

    @Override
    public Silence create(SilenceRequest request, Instant now) {
        Silence silence = request.at(now);
        silences.put(silence);
        return silence;
    }

    @Override
    public Optional<Silence> expire(String id, Instant now) {
        Optional<Silence> expired = silences.find(id).map(silence -> silence.expiredAt(now));
        expired.ifPresent(silences::put);
        return expired;
    }
}
