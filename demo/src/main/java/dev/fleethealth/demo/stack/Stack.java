package dev.fleethealth.demo.stack;

import dev.fleethealth.demo.Console;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** Kafka, the schema registry, the MQTT broker and the two programs, each a process of its own. */
public final class Stack implements AutoCloseable {
    /** The two programs, which are what the demo is about. */
    public static final List<String> PROGRAMS = List.of(Components.BRIDGE, Components.STREAMS);

    private static final String KAFKA_PROPERTIES = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            """;

    private final Layout layout;
    private final Ports ports;
    private final Components components;
    private final Processes processes;

    public Stack(Layout layout, Ports ports, Console console, InstantSource clock) {
        this.layout = layout;
        this.ports = ports;
        this.components = new Components(layout, ports);
        this.processes = new Processes(layout, console, clock);
    }

    /**
     * Starts what the two programs work with.
     *
     * @param publicKey of the issuer of the devices' tokens
     * @throws StackFailedException when a part does not start
     */
    public void startInfrastructure(String publicKey) throws InterruptedException {
        prepareFolders();
        processes.run(components.kafkaFormat(Uuid.randomUuid().toString()));
        processes.start(List.of(components.kafka(), components.registry(), components.hiveMq(publicKey)));
    }

    /**
     * Starts the bridge and the streams app.
     *
     * @param token with which the bridge shows the MQTT broker who it is
     * @throws StackFailedException when one does not become ready
     */
    public void startPrograms(String token) throws InterruptedException {
        processes.start(List.of(components.bridge(token), components.streams()));
    }

    /** Whether this machine has Prometheus. */
    public static boolean hasPrometheus() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, Components.PROMETHEUS)));
    }

    /**
     * Starts Prometheus, which watches the two programs from before they start.
     *
     * @throws StackFailedException when it does not become ready
     */
    public void startPrometheus() throws InterruptedException {
        try {
            String settings = ports.fillIn(Files.readString(layout.configuration(Components.PROMETHEUS)));
            Files.writeString(
                    layout.effectiveConfiguration(Components.PROMETHEUS),
                    settings.replace("RULES", layout.rules().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Prometheus in " + layout.run(), e);
        }
        processes.start(List.of(components.prometheus()));
    }

    /** @throws StackFailedException when a process has ended on its own */
    public void requireAlive() {
        processes.requireAllAlive();
    }

    @Override
    public void close() {
        processes.close();
        layout.removeData();
    }

    private void prepareFolders() {
        try {
            Path kafka = layout.createData(Components.KAFKA);
            String properties = KAFKA_PROPERTIES.formatted(ports.kafka(), ports.controller(), kafka.resolve("log"));
            Files.writeString(kafka.resolve("server.properties"), properties);
            Zip.unpack(
                    layout.extensionZip(), layout.createData(Components.HIVEMQ).resolve("extensions"));
            for (String program : PROGRAMS) {
                String settings = ports.fillIn(Files.readString(layout.configuration(program)));
                Files.writeString(layout.effectiveConfiguration(program), settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + layout.run(), e);
        }
    }
}
