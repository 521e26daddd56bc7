package dev.fleethealth.bridge.metrics;

/** Names of the bridge's metrics, as Micrometer has them; Prometheus shows underscores, units and {@code _total}. */
final class MetricNames {
    static final String MESSAGES = "fleet.bridge.messages";
    static final String IN_FLIGHT = "fleet.bridge.in.flight";
    static final String MQTT_CONNECTED = "fleet.bridge.mqtt.connected";
    static final String MQTT_DISCONNECTS = "fleet.bridge.mqtt.disconnects";
    static final String MQTT_SESSIONS_LOST = "fleet.bridge.mqtt.sessions.lost";
    static final String PUBLISH = "fleet.bridge.publish";
    static final String OLDEST = "fleet.bridge.oldest.unacknowledged";
    static final String UNKNOWN_REASONS = "fleet.bridge.unknown.reasons";

    static final String HTTP_REQUESTS = "fleet.bridge.http.requests";
    static final String FILE_BEHIND = "fleet.bridge.file.behind";

    static final String DIALECT = "dialect";
    static final String RESULT = "result";
    static final String SOURCE = "source";
    static final String STATUS = "status";
    static final String REASON = "reason";

    private MetricNames() {}
}
