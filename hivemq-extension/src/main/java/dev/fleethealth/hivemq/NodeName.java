package dev.fleethealth.hivemq;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;

/** What this broker node is called in events; HiveMQ's SDK does not tell its own node id. */
final class NodeName {
    private NodeName() {}

    /** {@code FLEET_HEALTH_NODE}, else {@code HOSTNAME}, else the host's name. */
    static String of(Map<String, String> environment) {
        return Stream.of("FLEET_HEALTH_NODE", "HOSTNAME")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(NodeName::hostName);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown"; // the host does not know its own name; the events are still worth having
        }
    }
}
