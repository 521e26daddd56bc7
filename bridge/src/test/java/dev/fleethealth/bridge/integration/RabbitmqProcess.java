package dev.fleethealth.bridge.integration;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's RabbitMQ in processes of its own, with the only virtual host and the only user that ApsaraMQ would have. */
final class RabbitmqProcess implements AutoCloseable {
    static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private final Path home;
    private final int epmdPort = FreePort.find();
    private final int distributionPort = FreePort.find();
    private final Process epmd;
    private Process server;

    private RabbitmqProcess(Path home) throws IOException {
        this.home = home;
        // Started here, because the daemon that RabbitMQ would start outlives it.
        epmd = start("epmd", List.of("epmd", "-port", Integer.toString(epmdPort)));
        server = startServer();
    }

    /** @param settings lines of its configuration */
    static RabbitmqProcess start(Path home, String settings) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("rabbit.conf"), settings + "log.console = true\nlog.file = false\n");
        Files.writeString(home.resolve("plugins"), "[].\n");
        return new RabbitmqProcess(home);
    }

    RabbitmqProcess awaitStarted() {
        await().atMost(RunningBridge.PATIENCE).until(() -> output().contains("Server startup complete"));
        return this;
    }

    /** As a power failure does; the same broker starts again. */
    void killAndRestart() throws IOException {
        kill();
        server = startServer();
        awaitStarted();
    }

    @Override
    public void close() {
        kill();
        epmd.destroyForcibly();
    }

    private void kill() {
        List<ProcessHandle> all = server.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        all.forEach(process -> process.onExit().join());
        server.onExit().join();
    }

    private Process startServer() throws IOException {
        return start("server", List.of(SERVER.toString()));
    }

    private Process start(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("ERL_EPMD_PORT", Integer.toString(epmdPort));
        builder.environment().put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
        builder.environment().put("RABBITMQ_NODENAME", "fleet@localhost");
        builder.environment()
                .put("RABBITMQ_CONFIG_FILE", home.resolve("rabbit.conf").toString());
        builder.environment().put("RABBITMQ_MNESIA_BASE", home.resolve("db").toString());
        builder.environment().put("RABBITMQ_LOG_BASE", home.resolve("log").toString());
        builder.environment()
                .put("RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("plugins").toString());
        builder.environment().put("RABBITMQ_PID_FILE", home.resolve("pid").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(home.resolve("server.log"), StandardCharsets.UTF_8);
    }
}
