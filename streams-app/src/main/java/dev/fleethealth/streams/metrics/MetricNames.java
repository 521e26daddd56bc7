package dev.fleethealth.streams.metrics;

/**
 * Names and labels of all metrics of this program, as Micrometer writes them: Prometheus sees
 * {@code fleet.health.events} as {@code fleet_health_events_total}. Labels come from closed sets or pass a
 * {@link LabelCap}; a client id, an address or a user name never becomes one.
 */
public final class MetricNames {
    public static final String EVENTS = "fleet.health.events";
    public static final String DEVICES_ONLINE = "fleet.health.devices.online";
    public static final String DEVICES_KNOWN = "fleet.health.devices.known";
    public static final String ALERTS_ACTIVE = "fleet.health.alerts.active";
    public static final String ALERT_TRANSITIONS = "fleet.health.alert.transitions";
    public static final String DETECTION_DELAY = "fleet.health.detection.delay";
    public static final String BASELINE = "fleet.health.baseline";
    public static final String EVENTS_IGNORED = "fleet.health.events.ignored";
    public static final String DUPLICATES_IGNORED = "fleet.health.duplicates.ignored";
    public static final String CLOCKS_CORRECTED = "fleet.health.clocks.corrected";
    public static final String DEAD_LETTERS = "fleet.health.dead.letters";
    public static final String THREADS_REPLACED = "fleet.health.threads.replaced";
    public static final String DELIVERIES = "fleet.health.deliveries";
    public static final String DELIVERY_DELAY = "fleet.health.delivery.delay";
    public static final String DELIVERY_PENDING = "fleet.health.delivery.pending";
    public static final String DELIVERY_LAG = "fleet.health.delivery.lag";
    public static final String DELIVERY_OLDEST = "fleet.health.delivery.oldest.pending.seconds";
    public static final String STATE_MEMORY = "fleet.health.state.memory";

    static final String FLEET = "fleet";
    static final String SOURCE = "source";
    static final String TYPE = "type";
    static final String CATEGORY = "category";
    static final String DETECTOR = "detector";
    static final String SEVERITY = "severity";
    static final String REASON = "reason";
    static final String STATE = "state";
    static final String STAGE = "stage";
    static final String TARGET = "target";
    static final String OUTCOME = "outcome";

    private MetricNames() {}
}
