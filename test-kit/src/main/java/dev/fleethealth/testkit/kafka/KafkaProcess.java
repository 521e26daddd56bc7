package dev.fleethealth.testkit.kafka;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker in a JVM of its own: it can be killed and stand still, and its CPU time is not taken for that of this
 * program. Its data is deleted when it is closed, and stays until then.
 */
public final class KafkaProcess implements Broker {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final TemporaryDirectory folder;
    private final String bootstrapServers;
    private ChildProcess process;

    private KafkaProcess(TemporaryDirectory folder, String bootstrapServers) throws IOException {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.process = launch();
    }

    /** Starts it and waits until it is ready. */
    public static KafkaProcess start() throws Exception {
        return start(Map.of());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param settings what is asked of it besides, as {@code server.properties} has it
     */
    public static KafkaProcess start(Map<String, String> settings) throws Exception {
        TemporaryDirectory folder = TemporaryDirectory.create();
        int port = FreePort.find();
        Properties properties = properties(folder.path(), port, FreePort.find());
        properties.putAll(settings);
        try (Writer file = Files.newBufferedWriter(file(folder))) {
            properties.store(file, null);
        }
        KafkaProcess broker = new KafkaProcess(folder, "127.0.0.1:" + port);
        broker.awaitReady();
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Shuts it down in order. */
    public void stop() throws InterruptedException {
        process.terminate();
        process.awaitExit(LONGEST_STOP);
    }

    /** Starts it again after {@link #kill()} or {@link #stop()}, on the same port and with its data. */
    public void startAgain() throws Exception {
        process = launch();
        awaitReady();
    }

    /** SIGSTOP: it answers nothing, and its connections stay. */
    public void pause() throws IOException, InterruptedException {
        process.pause();
    }

    /** SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        process.resume();
    }

    @Override
    public void close() throws Exception {
        process.kill();
        folder.close();
    }

    private ChildProcess launch() throws IOException {
        return ChildProcess.java(
                folder.path(),
                "-Xmx1g",
                "-Dlogback.configurationFile=logback-kafka.xml",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                file(folder).toString());
    }

    private void awaitReady() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                100,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LONGEST_START.toMillis()))) {
            admin.describeCluster().nodes().get();
        } catch (Exception e) {
            throw new IOException("the Kafka broker did not start: " + process.errors(), e);
        }
    }

    private static Path file(TemporaryDirectory folder) {
        return folder.path().resolve("server.properties");
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(BrokerSettings.ALONE);
        // A killed broker is let in again only when its former session has run out.
        properties.putAll(Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500"));
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                folder.resolve("data").toString()));
        return properties;
    }
}
