package dev.fleethealth.bridge.dialect.emqx;

import java.util.Optional;

/**
 * Topic of a presence message: {@code $SYS/brokers/<node>/clients/<clientid>/<event>}, or for gateways
 * {@code $SYS/brokers/<node>/gateway/<name>/clients/<clientid>/<event>}. The client id may contain slashes, so only the
 * two ends are read.
 *
 * @param node name of the broker node, e.g. {@code emqx@10.0.0.1}
 * @param event {@code connected}, {@code disconnected}, {@code subscribed}, {@code unsubscribed}
 */
record PresenceTopic(String node, String event) {
    private static final String PREFIX = "$SYS/brokers/";

    static Optional<PresenceTopic> parse(String topic) {
        int nodeEnd = topic.indexOf('/', PREFIX.length());
        if (!topic.startsWith(PREFIX) || nodeEnd < 0 || !isAboutClients(topic, nodeEnd)) {
            return Optional.empty();
        }
        String event = topic.substring(topic.lastIndexOf('/') + 1);
        return Optional.of(new PresenceTopic(topic.substring(PREFIX.length(), nodeEnd), event));
    }

    private static boolean isAboutClients(String topic, int nodeEnd) {
        return topic.startsWith("/clients/", nodeEnd)
                || topic.startsWith("/gateway/", nodeEnd) && topic.indexOf("/clients/", nodeEnd) > 0;
    }
}
