package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.TopicFilterSettings;
import java.util.ArrayList;
import java.util.List;

/** Compares what the broker granted in SUBACK with what was asked for. */
final class Grants {
    private Grants() {}

    /**
     * What was granted with a lower QoS than asked for: messages may be lost there.
     *
     * @throws IllegalStateException when a subscription was refused
     */
    static List<String> check(List<TopicFilterSettings> asked, List<Grant> granted) {
        List<String> concerns = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            TopicFilterSettings topic = asked.get(index);
            Grant grant = granted.get(index);
            if (grant.refused()) {
                throw new IllegalStateException(
                        "the broker refused the subscription to " + topic.filter() + ": " + grant.reason());
            }
            if (grant.qos() < topic.qos()) {
                concerns.add("the broker granted QoS " + grant.qos() + " instead of " + topic.qos() + " for "
                        + topic.filter() + ", messages may be lost");
            }
        }
        return List.copyOf(concerns);
    }

    /**
     * The broker's answer to one subscription.
     *
     * @param qos the granted QoS, if it wasn't refused
     * @param reason name of the reason code
     */
    record Grant(boolean refused, int qos, String reason) {}
}
