package dev.fleethealth.demo;

import dev.fleethealth.demo.stack.Ports;
import picocli.CommandLine.Option;

/** The ports as options of the command line. */
final class PortOptions {
    @Option(names = "--kafka-port", paramLabel = "N", description = "Kafka, default 29092")
    private int kafka = Ports.DEFAULT.kafka();

    @Option(names = "--controller-port", paramLabel = "N", description = "Kafka's quorum, default 29093")
    private int controller = Ports.DEFAULT.controller();

    @Option(names = "--registry-port", paramLabel = "N", description = "Schema registry, default 28081")
    private int registry = Ports.DEFAULT.registry();

    @Option(names = "--mqtt-port", paramLabel = "N", description = "HiveMQ, default 21883")
    private int mqtt = Ports.DEFAULT.mqtt();

    @Option(names = "--bridge-port", paramLabel = "N", description = "The bridge's metrics and health, default 9401")
    private int bridge = Ports.DEFAULT.bridge();

    @Option(names = "--streams-port", paramLabel = "N", description = "The streams app's, default 9402")
    private int streams = Ports.DEFAULT.streams();

    @Option(names = "--query-port", paramLabel = "N", description = "Its query API and web page, default 9480")
    private int query = Ports.DEFAULT.query();

    @Option(names = "--pager-port", paramLabel = "N", description = "Where the demo plays PagerDuty, default 28082")
    private int pager = Ports.DEFAULT.pager();

    @Option(names = "--prometheus-port", paramLabel = "N", description = "Prometheus, if installed, default 29090")
    private int prometheus = Ports.DEFAULT.prometheus();

    Ports chosen() {
        return new Ports(kafka, controller, registry, mqtt, bridge, streams, query, pager, prometheus);
    }
}
