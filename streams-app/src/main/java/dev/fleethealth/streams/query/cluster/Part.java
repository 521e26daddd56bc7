package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one instance holds. Every question throws {@link PartUnavailableException} while its partitions move, or when it does
 * not answer.
 */
public interface Part {
    /** Fleets by name, as many as the query wants of each instance. */
    Held<List<FleetShare>> fleets(FleetQuery query, Instant now);

    /** One fleet; empty when no device of it is here. */
    Held<Optional<FleetShare>> fleet(String name, Instant now);

    /** All alerts that are open. */
    Held<List<Alert>> openAlerts();

    /** Steps of a fleet; empty when no device of it is here. */
    Held<Optional<List<ActivityStep>>> activity(String fleet, TimeSpan span, Duration step);

    /** Devices by client id; the page may end early where too much would have to be read. */
    Held<Page<Device>> devices(DeviceQuery query);

    /** @param partition where it lives */
    Held<Optional<StoredDevice>> device(String fleet, String id, int partition);

    /** Fleets that have a device of that client id here. */
    Held<List<String>> fleetsWith(String id);

    /** Episodes, newest first. */
    Held<Page<Alert>> alerts(AlertQuery query);
}
