package dev.fleethealth.service.management;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;

/**
 * Where a program serves its metrics and its health.
 *
 * @param bindAddress address to listen on; {@code 0.0.0.0} in a container
 * @param port TCP port; 0 takes a free one
 */
public record ManagementSettings(@Default("127.0.0.1") String bindAddress, int port) {
    public ManagementSettings {
        Setting.notBlank("bind-address", bindAddress);
        Setting.inRange("port", port, 0, 65_535);
    }
}
