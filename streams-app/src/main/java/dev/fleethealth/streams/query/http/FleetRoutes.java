package dev.fleethealth.streams.query.http;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.TimeSpan;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Fleets, their devices and their alerts. */
final class FleetRoutes {
    private static final Duration USUAL_SPAN = Duration.ofHours(1);
    private static final Duration USUAL_ALERT_SPAN = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_STEPS = 500;

    private final FleetQueries queries;
    private final InstantSource clock;

    FleetRoutes(FleetQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/fleets", List.of("search", "limit", Cursor.PARAMETER), this::fleets),
                Route.get("/v1/fleets/{fleet}", List.of(), this::fleet),
                Route.get("/v1/fleets/{fleet}/activity", List.of("from", "to", "step"), this::activity),
                Route.get(
                        "/v1/fleets/{fleet}/devices",
                        List.of("state", "category", "search", "limit", Cursor.PARAMETER),
                        this::devices),
                Route.get(
                        "/v1/alerts",
                        List.of(
                                "state",
                                "fleet",
                                "device",
                                "detector",
                                "severity",
                                "from",
                                "to",
                                "limit",
                                Cursor.PARAMETER),
                        this::alerts));
    }

    private Reply fleets(Call call) throws Problem {
        Parameters given = call.parameters();
        return Answers.page(
                "fleets", queries.fleets(new FleetQuery(given.search(), Cursor.read(given), given.limit())));
    }

    private Reply fleet(Call call) throws Problem {
        return Answers.one("fleet", queries.fleet(call.variable("fleet")));
    }

    private Reply activity(Call call) throws Problem {
        Duration step = call.parameters().duration("step").orElse(MINUTE);
        if (step.isZero() || step.toSeconds() % MINUTE.toSeconds() != 0 || step.toMillisPart() != 0) {
            throw Problem.parameter("step", "expected whole minutes");
        }
        TimeSpan asked = Spans.of(call.parameters(), clock.instant(), USUAL_SPAN);
        // Counts are of full minutes.
        TimeSpan span = new TimeSpan(asked.from().truncatedTo(ChronoUnit.MINUTES), asked.to());
        if (span.length().dividedBy(step) > MOST_STEPS) {
            throw Problem.parameter("step", "expected at most " + MOST_STEPS + " steps between from and to");
        }
        return Answers.one("steps", queries.activity(call.variable("fleet"), span, step));
    }

    private Reply devices(Call call) throws Problem {
        Parameters given = call.parameters();
        return Answers.page(
                "devices",
                queries.devices(new DeviceQuery(
                        call.variable("fleet"),
                        given.choice("state", Map.of("online", true, "offline", false)),
                        given.choice("category", Parameters.words(Category.values())),
                        given.search(),
                        Cursor.read(given),
                        given.limit())));
    }

    private Reply alerts(Call call) throws Problem {
        Parameters given = call.parameters();
        return Answers.page(
                "alerts",
                queries.alerts(new AlertQuery(
                        given.choice("state", Map.of("active", true, "resolved", false)),
                        given.text("fleet"),
                        given.text("device"),
                        given.text("detector"),
                        given.choice("severity", Parameters.words(Severity.values())),
                        Spans.given(given, clock.instant(), USUAL_ALERT_SPAN),
                        Cursor.read(given),
                        given.limit())));
    }
}
