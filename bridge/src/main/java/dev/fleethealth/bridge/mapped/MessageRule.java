package dev.fleethealth.bridge.mapped;

import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which messages become what. */
record MessageRule(Becomes becomes, Optional<MqttTopicFilter> topic, List<Condition> conditions) {

    static MessageRule of(MessageSettings settings) {
        return new MessageRule(
                settings.becomes(),
                settings.topic().map(MqttTopicFilter::of),
                settings.when().entrySet().stream().map(Condition::of).toList());
    }

    boolean fits(BrokerMessage message, JsonObject json) {
        for (Condition condition : conditions) {
            if (!condition.holds(message, json)) {
                return false;
            }
        }
        return topic.isEmpty() || matches(topic.get(), message.topic());
    }

    private static boolean matches(MqttTopicFilter filter, String topic) {
        try {
            return filter.matches(MqttTopic.of(topic));
        } catch (IllegalArgumentException e) {
            return false; // no MQTT topic, such as the empty one of a source that has none
        }
    }

    /** A place and the values that may stand there. */
    record Condition(Place place, Set<String> values) {
        static Condition of(Map.Entry<String, List<String>> when) {
            return new Condition(Place.parse(when.getKey()), Set.copyOf(when.getValue()));
        }

        boolean holds(BrokerMessage message, JsonObject json) {
            return place.in(message, json).filter(values::contains).isPresent();
        }
    }
}
