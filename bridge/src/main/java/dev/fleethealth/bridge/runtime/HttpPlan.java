package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.bridge.http.HttpIntake;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A port to listen on, claimed before Kafka is there: senders are told to come again until then. */
final class HttpPlan implements PlannedSource {
    private final HttpSourceSettings settings;
    private final Map<String, Route> routes;
    private @Nullable HttpIntake server;

    HttpPlan(HttpSourceSettings settings, Map<String, Route> routes) {
        this.settings = settings;
        this.routes = routes;
    }

    @Override
    public Stream<String> dialectIds() {
        return routes.keySet().stream();
    }

    @Override
    public void claim() {
        server = HttpIntake.listen(settings, routes);
    }

    @Override
    public MessageSource start(Intake intake) {
        HttpIntake listening = Optional.ofNullable(server).orElseThrow();
        server = null; // from now on it is closed like every source at work
        listening.start(intake);
        return listening;
    }

    @Override
    public void release() {
        Optional.ofNullable(server).ifPresent(HttpIntake::close);
    }
}
