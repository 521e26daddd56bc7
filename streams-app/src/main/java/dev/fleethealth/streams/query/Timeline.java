package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;

/**
 * What is known of a device's past.
 *
 * @param events oldest first
 * @param connections oldest first
 * @param complete whether no event of the span asked for has been dropped for age or number
 */
public record Timeline(
        Device device, List<ConnectionEvent> events, List<DeviceConnection> connections, boolean complete) {}
