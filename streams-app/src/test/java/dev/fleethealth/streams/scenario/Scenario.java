package dev.fleethealth.streams.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a fleet, and the alerts that it must raise.
 *
 * @param about what it shows, in a sentence
 * @param like the scenario of the same folder whose events and alerts it shares, where it differs in arrival only
 * @param arrival how the events arrive
 * @param config parts of the program's configuration file; {@code +0s} of the script is 2026-11-20T08:00:00Z, a Friday
 * @param detectors whose alerts are looked at
 * @param events the script, see {@link ScriptLine}
 * @param alerts all that are opened, in order; none must be opened besides
 */
record Scenario(
        String about,
        @Nullable String like,
        @Nullable Arrival arrival,
        @Nullable JsonNode config,
        @Nullable List<String> detectors,
        @Nullable List<String> events,
        @Nullable List<Expected> alerts) {

    /**
     * One alert from opening to resolution. What is absent is not checked, but that there is exactly one OPEN and one
     * RESOLVED.
     *
     * @param opened when; at most a second later is as good
     * @param rises time at which it becomes CRITICAL
     * @param resolved {@code resolvedAt}; {@code never} for an alert that outlasts the scenario
     * @param evidence what the facts at opening contain
     * @param finally what the facts at the end contain
     * @param advice words of the advice at opening
     */
    record Expected(
            String dedupKey,
            String opened,
            String severity,
            @Nullable String rises,
            String cause,
            @Nullable Integer devices,
            @Nullable Double threshold,
            @Nullable Double baseline,
            @Nullable Map<String, String> evidence,
            @JsonProperty("finally") @Nullable Map<String, String> end,
            @Nullable String advice,
            String resolved) {}

    Scenario on(Scenario base) {
        return new Scenario(
                about,
                null,
                arrival,
                config == null ? base.config : config,
                detectors == null ? base.detectors : detectors,
                events == null ? base.events : events,
                alerts == null ? base.alerts : alerts);
    }

    List<ConnectionEvent> arriving() {
        List<ConnectionEvent> happened = EventScript.events(events == null ? List.of() : events);
        return (arrival == null ? Arrival.AS_SENT : arrival).of(happened, 1);
    }

    List<Expected> expected() {
        return alerts == null ? List.of() : alerts;
    }
}
