package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.streams.delivery.Silence;
import java.time.Instant;

/**
 * A time in which matching alerts are not told.
 *
 * @param id unique
 * @param match which alerts
 * @param from the first moment
 * @param until the first moment at which it no longer holds
 * @param comment why
 */
public record SilenceSettings(
        String id,
        MatchSettings match,
        Instant from,
        Instant until,
        @Default("\"\"") String comment) {
    private static final String AUTHOR = "configuration";

    public SilenceSettings {
        Setting.notBlank("id", id);
        Setting.check(from.isBefore(until), "until", "expected a time after from, was " + until);
    }

    Silence silence() {
        return new Silence(id, match.match(), from, until, AUTHOR, comment);
    }
}
