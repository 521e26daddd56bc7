package dev.fleethealth.streams.query.cluster;

import java.util.List;

/** Which instance holds what; asking throws {@link PartUnavailableException} while partitions move. */
public interface Routing {
    /** All instances that hold anything. */
    List<Part> parts();

    /** Where a device lives, whether it exists or not. */
    Place placeOf(String fleet, String id);

    /** A partition on an instance. */
    record Place(Part part, int partition) {}
}
