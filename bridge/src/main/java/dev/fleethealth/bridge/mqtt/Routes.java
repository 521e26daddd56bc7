package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import dev.fleethealth.bridge.pipeline.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which route a topic takes: that of the first filter that it matches. */
public final class Routes {
    private final List<Entry> entries = new ArrayList<>();

    /** Adds a route behind those that are there. */
    public Routes add(String topicFilter, Route route) {
        entries.add(new Entry(MqttTopicFilter.of(topicFilter), route));
        return this;
    }

    /** Empty when nothing matches: the session may hold subscriptions of an earlier configuration. */
    public Optional<Route> of(String topic) {
        MqttTopic parsed = MqttTopic.of(topic);
        for (Entry entry : entries) {
            if (entry.filter().matches(parsed)) {
                return Optional.of(entry.route());
            }
        }
        return Optional.empty();
    }

    /** Ids of the dialects of all routes. */
    public Stream<String> dialectIds() {
        return entries.stream().map(entry -> entry.route().dialectId());
    }

    private record Entry(MqttTopicFilter filter, Route route) {}
}
