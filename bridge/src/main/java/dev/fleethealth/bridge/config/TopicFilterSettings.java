package dev.fleethealth.bridge.config;

import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.util.Optional;

/**
 * One subscription.
 *
 * @param filter MQTT topic filter such as {@code $events/#}; a message belongs to the first filter that it matches
 * @param qos 1: no message is lost while the session lives; 0: as the broker likes
 * @param dialect id of the dialect of these messages, where it isn't the source's
 */
public record TopicFilterSettings(
        String filter, @Default("1") int qos, Optional<String> dialect) {
    public TopicFilterSettings {
        Setting.check(isFilter(filter), "filter", "expected an MQTT topic filter, was \"" + filter + '"');
        Setting.inRange("qos", qos, 0, 1);
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
