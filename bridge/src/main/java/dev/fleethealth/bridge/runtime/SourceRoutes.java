package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.FleetRuleSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.config.SourceSettings;
import dev.fleethealth.bridge.config.TopicFilterSettings;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.dialect.UnknownDialectException;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.event.FleetRule;
import dev.fleethealth.bridge.mqtt.Routes;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.service.config.ConfigurationException;
import java.util.List;
import java.util.Optional;

/** Makes the routes of a source: a dialect and a finisher for each of its topic filters. */
final class SourceRoutes {
    private final BridgeSettings settings;
    private final DialectRegistry dialects;

    SourceRoutes(BridgeSettings settings, DialectRegistry dialects) {
        this.settings = settings;
        this.dialects = dialects;
    }

    /**
     * The routes of the source at that place in the configuration.
     *
     * @throws ConfigurationException when a dialect is not on the class path, or the broker's version none of its own
     */
    Routes of(int index, MqttSourceSettings source) {
        Routes routes = new Routes();
        for (TopicFilterSettings topic : source.topics()) {
            routes.add(
                    topic.filter(),
                    route(index, source, "dialect", topic.dialect().orElse(source.dialect()), source.clientId()));
        }
        return routes;
    }

    /**
     * The route of one dialect of a source that has no client id of its own.
     *
     * @param key where the dialect stands in the source's settings
     * @throws ConfigurationException when the dialect is not on the class path
     */
    Route of(int index, SourceSettings source, String key, String dialect) {
        return route(index, source, key, dialect, "");
    }

    private Route route(int index, SourceSettings source, String key, String dialect, String ownClientId) {
        List<FleetRule> rules =
                settings.fleetRules().stream().map(FleetRuleSettings::rule).toList();
        try {
            return new Route(
                    source.name(),
                    dialect,
                    dialects.create(dialect, new DialectOptions(source.brokerVersion())),
                    new EventFinisher(new EventOrigin(
                            dialect,
                            Optional.of(source.fleet()),
                            rules,
                            settings.privacy().privacy())),
                    ownClientId);
        } catch (UnknownDialectException e) {
            throw new ConfigurationException("sources[" + index + "]." + key + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("sources[" + index + "].broker-version: " + e.getMessage());
        }
    }
}
