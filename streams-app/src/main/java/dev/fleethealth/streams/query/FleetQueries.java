package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that can be asked, about all that the instances of the program know together. */
public interface FleetQueries {
    /** Fleets by name. */
    Answer<Page<Fleet>> fleets(FleetQuery query);

    Answer<Fleet> fleet(String name);

    /**
     * What happened in a fleet.
     *
     * @param step length of a step, whole minutes
     */
    Answer<List<ActivityStep>> activity(String fleet, TimeSpan span, Duration step);

    /** Devices by client id. */
    Answer<Page<Device>> devices(DeviceQuery query);

    Answer<Device> device(DeviceName device);

    Answer<Timeline> timeline(DeviceName device, TimeSpan span);

    Answer<Online> online(DeviceName device, Instant at);

    Answer<Online> online(DeviceName device, TimeSpan span);

    Answer<Diagnosis> diagnosis(DeviceName device, Instant at);

    /**
     * Episodes, newest first, each by its newest transition.
     *
     * @throws IllegalArgumentException when {@code after} is not what a page before said
     */
    Answer<Page<Alert>> alerts(AlertQuery query);
}
