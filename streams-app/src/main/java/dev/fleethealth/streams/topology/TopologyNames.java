package dev.fleethealth.streams.topology;

/**
 * Names of all nodes, stores and internal topics. They are part of what an upgrade keeps: changelog topics are named
 * after them, so a new name means lost state.
 */
final class TopologyNames {
    static final String SOURCE = "connection-events";
    static final String DEVICE_STAGE = "device-stage";
    static final String FLEET_SIGNALS = "fleet-signals";
    static final String FLEET_STAGE = "fleet-stage";
    static final String SINK = "alerts";

    static final String DEVICES = "devices";
    static final String DEVICE_ALERTS = "device-alerts";
    static final String FLEET_COUNTS = "fleet-counts";
    static final String FLEET_ALERTS = "fleet-alerts";
    static final String PASSED_ALERTS = "passed-alerts";
    static final String BASELINES = "baselines";

    private TopologyNames() {}
}
