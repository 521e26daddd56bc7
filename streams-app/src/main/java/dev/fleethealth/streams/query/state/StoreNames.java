package dev.fleethealth.streams.query.state;

/** Names of the stores. They are part of what an upgrade keeps: changelog topics are named after them. */
public final class StoreNames {
    /** Devices as they are now, by {@link StoreKeys#device}. */
    public static final String DEVICES = "device-now";

    /** Events, by {@link StoreKeys#event}. */
    public static final String TIMELINE = "timeline";

    /** Counts of minutes, by {@link StoreKeys#minute}. */
    public static final String ACTIVITY = "activity";

    /** Fleets as they are now, by {@link StoreKeys#fleet}; derived from the devices, in memory alone. */
    public static final String FLEETS = "fleets";

    /** The newest transition of each episode, by {@link StoreKeys#episode}. */
    public static final String ALERTS = "alerts";

    /** Those of them that are open; derived, in memory alone. */
    public static final String OPEN_ALERTS = "open-alerts";

    private StoreNames() {}
}
