package dev.fleethealth.demo.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What each process of the stack is started with. */
final class Components {
    static final String KAFKA = "kafka";
    static final String REGISTRY = "registry";
    static final String HIVEMQ = "hivemq";
    static final String BRIDGE = "bridge";
    static final String STREAMS = "streams";
    static final String PROMETHEUS = "prometheus";

    /** How long the two programs may take to stop in good order. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Layout layout;
    private final Ports ports;

    Components(Layout layout, Ports ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /** Gives the broker's empty log folder its identity; Kafka does not start without. */
    Component kafkaFormat(String clusterId) {
        List<String> command = java(KAFKA, 128)
                .main(layout.stackClassPath(), "kafka.tools.StorageTool", "format", "-t", clusterId, "-c", kafkaFile());
        return disposable(KAFKA, ports.kafkaAddress(), command, () -> true);
    }

    Component kafka() {
        List<String> command = java(KAFKA, 384).main(layout.stackClassPath(), "kafka.Kafka", kafkaFile());
        return disposable(KAFKA, ports.kafkaAddress(), command, Probe.accepts(ports.kafka()));
    }

    Component registry() {
        List<String> command = java(REGISTRY, 256)
                .property("quarkus.http.host", "127.0.0.1")
                .property("quarkus.http.port", ports.registry())
                .jar(layout.registryJar());
        return disposable(REGISTRY, ports.registryUrl(), command, Probe.answers(ports.registryUrl() + "/subjects"));
    }

    Component hiveMq(String publicKey) {
        List<String> command = java(HIVEMQ, 256)
                .main(
                        layout.stackClassPath(),
                        "dev.fleethealth.demo.broker.BrokerMain",
                        Integer.toString(ports.mqtt()),
                        layout.data(HIVEMQ).toString(),
                        publicKey);
        return disposable(HIVEMQ, "mqtt://127.0.0.1:" + ports.mqtt(), command, Probe.accepts(ports.mqtt()));
    }

    Component prometheus() {
        String address = "http://127.0.0.1:" + ports.prometheus();
        List<String> command = List.of(
                PROMETHEUS,
                "--config.file=" + layout.effectiveConfiguration(PROMETHEUS),
                "--storage.tsdb.path=" + layout.data(PROMETHEUS),
                "--web.listen-address=127.0.0.1:" + ports.prometheus());
        return disposable(PROMETHEUS, address, command, Probe.answers(address + "/-/ready"));
    }

    /** The token goes by the environment, so that no list of processes shows it. */
    Component bridge(String token) {
        return program(BRIDGE, layout.bridgeJar(), ports.bridge(), Map.of("BRIDGE_TOKEN", token));
    }

    Component streams() {
        return program(STREAMS, layout.streamsJar(), ports.streams(), Map.of("PAGERDUTY_KEY", "demo"));
    }

    private Component program(String name, Path jar, int port, Map<String, String> environment) {
        String address = "http://127.0.0.1:" + port;
        String configuration = layout.effectiveConfiguration(name).toString();
        List<String> command = java(name, 384).jar(jar, "run", "--config", configuration);
        return new Component(
                name, address + "/metrics", command, environment, Probe.answers(address + "/readyz"), STOP_LIMIT);
    }

    private static Component disposable(String name, String address, List<String> command, Probe probe) {
        return new Component(name, address, command, Map.of(), probe, Duration.ZERO);
    }

    private JavaCommand java(String name, int heapMegabytes) {
        return JavaCommand.withHeap(heapMegabytes).property("java.io.tmpdir", layout.data(name));
    }

    private String kafkaFile() {
        return layout.data(KAFKA).resolve("server.properties").toString();
    }
}
