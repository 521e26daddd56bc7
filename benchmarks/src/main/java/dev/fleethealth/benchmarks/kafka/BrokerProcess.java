package dev.fleethealth.benchmarks.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Kafka broker in a JVM of its own, so that its CPU time is not taken for that of the program that is measured. */
public final class BrokerProcess implements Broker {
    private static final int LONGEST_STOP_SECONDS = 30;

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts it and waits until it is ready. */
    public static BrokerProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dlogback.configurationFile=logback-benchmarks.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the Kafka broker did not start");
        }
        return new BrokerProcess(process, line);
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Tells it to stop by the end of its input, which also comes when this JVM dies. */
    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
