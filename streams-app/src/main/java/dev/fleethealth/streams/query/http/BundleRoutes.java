package dev.fleethealth.streams.query.http;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import dev.fleethealth.streams.query.bundle.BundleContent;
import dev.fleethealth.streams.query.bundle.SupportBundle;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What support asks for about a device. */
final class BundleRoutes {
    private static final Duration PAST = Duration.ofDays(7);
    private static final int MOST_ALERTS = 200;
    private static final int KEY_BYTES = 32;

    private final FleetQueries queries;
    private final UnaryOperator<String> detectors;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** @param detectors what is configured for a fleet */
    BundleRoutes(FleetQueries queries, UnaryOperator<String> detectors, InstantSource clock) {
        this.queries = queries;
        this.detectors = detectors;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.get("/v1/devices/{id}/bundle", List.of("fleet", "at"), this::bundle));
    }

    private Reply bundle(Call call) throws Problem {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant at = call.parameters().time("at").orElse(now);
        if (at.isAfter(now)) {
            throw Problem.parameter("at", "expected a time that has passed, was " + at);
        }
        TimeSpan past = new TimeSpan(at.minus(PAST), now.plusMillis(1));
        DeviceName asked = new DeviceName(call.variable("id"), call.parameters().text("fleet"));
        Answer.Known<Timeline> timeline = Answers.known(queries.timeline(asked, past));
        String fleet = timeline.value().device().fleet();
        DeviceName device = new DeviceName(asked.id(), Optional.of(fleet));
        BundleContent content = new BundleContent(
                at,
                now,
                timeline.value(),
                Answers.known(queries.diagnosis(device, at)).value(),
                alerts(device, past),
                timeline.freshness(),
                detectors.apply(fleet));
        SupportBundle bundle = SupportBundle.of(content, key());
        return new Reply.Whole(
                200,
                "application/zip",
                Map.of(
                        "Content-Disposition",
                        "attachment; filename=\"" + bundle.fileName() + '"',
                        "Cache-Control",
                        "no-store"),
                bundle.zip());
    }

    /** Those of other devices are not this one's business. */
    private List<Alert> alerts(DeviceName device, TimeSpan past) throws Problem {
        AlertQuery ofFleet = new AlertQuery(
                Optional.empty(),
                device.fleet(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(past),
                Optional.empty(),
                MOST_ALERTS);
        return Answers.known(queries.alerts(ofFleet)).value().items().stream()
                .filter(alert ->
                        alert.getClientId() == null || alert.getClientId().equals(device.id()))
                .toList();
    }

    private String key() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
