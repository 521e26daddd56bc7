package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import dev.fleethealth.streams.query.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One device: as it is, as it was, and what was wrong. */
final class DeviceRoutes {
    private static final Duration LONGEST_PAST = Duration.ofDays(7);

    private final FleetQueries queries;
    private final InstantSource clock;

    DeviceRoutes(FleetQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/devices/{id}", List.of("fleet"), this::device),
                Route.get("/v1/devices/{id}/timeline", List.of("fleet", "from", "to"), this::timeline),
                Route.get("/v1/devices/{id}/online", List.of("fleet", "at", "from", "to"), this::online),
                Route.get("/v1/devices/{id}/diagnosis", List.of("fleet", "at"), this::diagnosis));
    }

    private Reply device(Call call) throws Problem {
        return Answers.one("device", queries.device(name(call)));
    }

    private Reply timeline(Call call) throws Problem {
        TimeSpan span = Spans.of(call.parameters(), clock.instant(), LONGEST_PAST);
        Answer.Known<Timeline> known = Answers.known(queries.timeline(name(call), span));
        Timeline timeline = known.value();
        return Reply.json(new Fields("device", timeline.device())
                .with("events", timeline.events())
                .with("connections", timeline.connections())
                .with("complete", timeline.complete())
                .with("freshness", known.freshness()));
    }

    private Reply online(Call call) throws Problem {
        Instant now = clock.instant();
        Optional<Instant> at = call.parameters().time("at");
        Optional<TimeSpan> span = Spans.given(call.parameters(), now, LONGEST_PAST);
        if (at.isPresent() && span.isPresent()) {
            throw Problem.parameter("at", "expected either at, or from and to");
        }
        return Answers.one(
                "online",
                span.isPresent() ? queries.online(name(call), span.get()) : queries.online(name(call), at.orElse(now)));
    }

    private Reply diagnosis(Call call) throws Problem {
        Instant at = call.parameters().time("at").orElse(clock.instant());
        return Answers.one("diagnosis", queries.diagnosis(name(call), at));
    }

    private static DeviceName name(Call call) {
        return new DeviceName(call.variable("id"), call.parameters().text("fleet"));
    }
}
