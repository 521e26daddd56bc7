package dev.fleethealth.streams.query.http;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.Fleet;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.json.ApiJson;
import dev.fleethealth.streams.query.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed since it was asked last, as server-sent events. Not thread-safe. */
final class LiveChanges {
    private static final int MOST = 1_000;

    /** How long ago an alert may have been over to be told of still: longer than a partition takes to move. */
    private static final Duration PAST = Duration.ofMinutes(10);

    private final FleetQueries queries;
    private final InstantSource clock;
    private String fleets = "";
    private List<Fleet> shown = List.of();
    private @Nullable Map<String, Instant> told;

    LiveChanges(FleetQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** Events in their order; what can't be known now is told later. */
    List<String> next() {
        List<String> events = new ArrayList<>();
        changedFleets().ifPresent(events::add);
        newTransitions().forEach(alert -> events.add(event("alert", alert)));
        return events;
    }

    /** For who has just come; empty until it is known. */
    Optional<String> current() {
        return fleets.isEmpty() ? Optional.empty() : Optional.of(fleets);
    }

    private Optional<String> changedFleets() {
        Answer<Page<Fleet>> answer = queries.fleets(new FleetQuery(Optional.empty(), Optional.empty(), MOST));
        if (!(answer instanceof Answer.Known<Page<Fleet>> known)
                || known.value().items().equals(shown) && !fleets.isEmpty()) {
            return Optional.empty();
        }
        shown = known.value().items();
        fleets = event(
                "fleets",
                new Fields("fleets", shown).with("freshness", known.freshness()).values());
        return Optional.of(fleets);
    }

    /** Of those that were there from the beginning nothing is told. */
    private List<Alert> newTransitions() {
        Instant now = clock.instant();
        TimeSpan recently = new TimeSpan(now.minus(PAST), now.plusMillis(1));
        AlertQuery recent = new AlertQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(recently),
                Optional.empty(),
                MOST);
        if (!(queries.alerts(recent) instanceof Answer.Known<Page<Alert>> known)) {
            return List.of();
        }
        Map<String, Instant> before = told;
        Map<String, Instant> after = new HashMap<>();
        List<Alert> changed = new ArrayList<>();
        for (Alert alert : known.value().items()) {
            after.put(alert.getEpisodeId(), alert.getUpdatedAt());
            if (before != null && !alert.getUpdatedAt().equals(before.get(alert.getEpisodeId()))) {
                changed.add(alert);
            }
        }
        told = after;
        changed.sort(Comparator.comparing(Alert::getUpdatedAt));
        return changed;
    }

    private static String event(String name, Object data) {
        return "event: " + name + "\ndata: " + new String(ApiJson.write(data), StandardCharsets.UTF_8) + "\n\n";
    }
}
