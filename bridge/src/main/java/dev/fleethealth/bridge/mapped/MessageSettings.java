package dev.fleethealth.bridge.mapped;

import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import dev.fleethealth.service.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of message becomes.
 *
 * @param topic MQTT topic filter of these messages; all topics without it
 * @param when places and the values that may stand there; all must hold
 */
record MessageSettings(Becomes becomes, Optional<String> topic, Map<String, List<String>> when) {
    MessageSettings {
        topic.ifPresent(filter ->
                Setting.check(isFilter(filter), "topic", "expected an MQTT topic filter, was \"" + filter + '"'));
        when.forEach((place, values) -> {
            Places.check("when", List.of(place));
            Setting.check(!values.isEmpty(), "when." + place, "expected at least one value");
        });
    }

    private static boolean isFilter(String filter) {
        try {
            MqttTopicFilter.of(filter);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
