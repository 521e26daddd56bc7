package dev.fleethealth.demo.stack;

import java.util.List;
import java.util.Map;

/** What each process of the stack is started with. */
final class Components {
    static final String KAFKA = "kafka";
    static final String REGISTRY = "registry";
    static final String HIVEMQ = "hivemq";
    static final String BRIDGE = "bridge";
    static final String STREAMS = "streams";

    private final Layout layout;
    private final Ports ports;

    Components(Layout layout, Ports ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /** Gives the broker's empty log folder its identity; Kafka does not start without. */
    List<String> kafkaFormat(String clusterId) {
        return JavaCommand.withHeap(128)
                .main(layout.stackClassPath(), "kafka.tools.StorageTool", "format", "-t", clusterId, "-c", kafkaFile());
    }

    Component kafka() {
        List<String> command = JavaCommand.withHeap(384).main(layout.stackClassPath(), "kafka.Kafka", kafkaFile());
        return new Component(KAFKA, "127.0.0.1:" + ports.kafka(), command, Map.of(), Probe.accepts(ports.kafka()));
    }

    Component registry() {
        List<String> command = JavaCommand.withHeap(256)
                .property("quarkus.http.host", "127.0.0.1")
                .property("quarkus.http.port", ports.registry())
                .property("java.io.tmpdir", layout.data(REGISTRY))
                .jar(layout.registryJar());
        return new Component(
                REGISTRY, ports.registryUrl(), command, Map.of(), Probe.answers(ports.registryUrl() + "/subjects"));
    }

    Component hiveMq(String publicKey) {
        List<String> command = JavaCommand.withHeap(256)
                .property("java.io.tmpdir", layout.data(HIVEMQ))
                .main(
                        layout.stackClassPath(),
                        "dev.fleethealth.demo.broker.BrokerMain",
                        Integer.toString(ports.mqtt()),
                        layout.data(HIVEMQ).toString(),
                        publicKey);
        return new Component(
                HIVEMQ, "mqtt://127.0.0.1:" + ports.mqtt(), command, Map.of(), Probe.accepts(ports.mqtt()));
    }

    /** The token goes by the environment, so that no list of processes shows it. */
    Component bridge(String token) {
        List<String> command = JavaCommand.withHeap(256)
                .jar(
                        layout.bridgeJar(),
                        "run",
                        "--config",
                        layout.effectiveConfiguration(BRIDGE).toString());
        return program(BRIDGE, command, ports.bridge(), Map.of("BRIDGE_TOKEN", token));
    }

    Component streams() {
        List<String> command = JavaCommand.withHeap(384)
                .jar(
                        layout.streamsJar(),
                        "run",
                        "--config",
                        layout.effectiveConfiguration(STREAMS).toString());
        return program(STREAMS, command, ports.streams(), Map.of());
    }

    private static Component program(String name, List<String> command, int port, Map<String, String> environment) {
        String address = "http://127.0.0.1:" + port;
        return new Component(name, address + "/metrics", command, environment, Probe.answers(address + "/readyz"));
    }

    private String kafkaFile() {
        return layout.data(KAFKA).resolve("server.properties").toString();
    }
}
