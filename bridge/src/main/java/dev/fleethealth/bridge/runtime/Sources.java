package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.config.SourceSettings;
import dev.fleethealth.bridge.mapped.MappedDialects;
import dev.fleethealth.bridge.mqtt.MqttSubscriber;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.service.config.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All sources of the bridge: checked when made, connected when started. */
public final class Sources implements AutoCloseable {
    private final SourceRoutes routes;
    private final List<PlannedSource> planned = new ArrayList<>();
    private final List<MessageSource> running = new CopyOnWriteArrayList<>();

    /** @throws ConfigurationException when a dialect file is wrong, or a source names a dialect that is not there */
    public Sources(BridgeSettings settings) {
        routes = new SourceRoutes(settings, MappedDialects.load(settings.dialectFiles()));
        for (int index = 0; index < settings.sources().size(); index++) {
            planned.add(plan(index, settings.sources().get(index)));
        }
    }

    /**
     * Claims what the sources need of this machine.
     *
     * @throws ConfigurationException when one can't have it
     */
    void claim() {
        for (int index = 0; index < planned.size(); index++) {
            try {
                planned.get(index).claim();
            } catch (ConfigurationException e) {
                throw new ConfigurationException("sources[" + index + "]." + e.getMessage());
            }
        }
    }

    /** Starts each source; their messages go to the pipeline. */
    List<MessageSource> start(Intake intake) {
        planned.forEach(source -> running.add(source.start(intake)));
        return running;
    }

    /** Ids of the dialects in use. */
    List<String> dialects() {
        return planned.stream().flatMap(PlannedSource::dialectIds).distinct().toList();
    }

    /** How many MQTT sources are connected and subscribed. */
    long connected() {
        return running.stream()
                .filter(MqttSubscriber.class::isInstance)
                .filter(source -> source.problem().isEmpty())
                .count();
    }

    /** Takes no more messages; the connections stay, for acknowledgements. */
    void pause() {
        running.forEach(MessageSource::pause);
    }

    /** Says goodbye to all brokers at one time. */
    @Override
    public void close() {
        running.parallelStream().forEach(MessageSource::close);
        planned.forEach(PlannedSource::release);
    }

    private PlannedSource plan(int index, SourceSettings source) {
        if (source instanceof MqttSourceSettings mqtt) {
            return new MqttPlan(mqtt, routes.of(index, mqtt));
        }
        if (source instanceof HttpSourceSettings http) {
            return new HttpPlan(http, routesByDialect(index, http));
        }
        if (source instanceof ApsaramqSourceSettings apsaramq) {
            return new ApsaramqPlan(apsaramq, routes.of(index, apsaramq, "dialect", apsaramq.dialect()));
        }
        FileSourceSettings file = (FileSourceSettings) source;
        return new FilePlan(file, routes.of(index, file, "dialect", file.dialect()));
    }

    private Map<String, Route> routesByDialect(int index, HttpSourceSettings source) {
        Map<String, Route> byDialect = new LinkedHashMap<>();
        for (int number = 0; number < source.dialects().size(); number++) {
            String dialect = source.dialects().get(number);
            byDialect.put(dialect, routes.of(index, source, "dialects[" + number + "]", dialect));
        }
        return byDialect;
    }
}
