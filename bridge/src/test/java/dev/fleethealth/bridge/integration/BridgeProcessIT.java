package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.net.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as operators start and stop it. */
@Timeout(180)
class BridgeProcessIT {
    private final Path folder;
    private final int management = FreePort.find();

    BridgeProcessIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldExitWithZeroWhenToldToStopUnderLoad() throws Exception {
        // Given
        try (TestKafka kafka = TestKafka.start();
                HivemqProcess hivemq = HivemqProcess.start(folder.resolve("hivemq"));
                Devices devices = Devices.at(hivemq.port())) {
            Process bridge = start("mqtt://127.0.0.1:" + hivemq.port(), kafka.servers());
            await().atMost(Duration.ofSeconds(60)).until(() -> status("/readyz") == 200);
            devices.connect(0, 500);

            // When
            bridge.destroy();

            // Then
            assertThat(bridge.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(bridge.exitValue()).isZero();
            assertThat(Files.readString(folder.resolve("out"))).isEmpty();
            assertThat(Files.readString(folder.resolve("err"))).contains("Bridge stopped");
        }
    }

    @Test
    void shouldExitWithZeroWhenToldToStopWhileKafkaIsNotThere() throws Exception {
        // Given
        Process bridge = start("mqtt://127.0.0.1:1", "127.0.0.1:1");
        await().atMost(Duration.ofSeconds(60)).until(() -> status("/readyz") == 503);

        // When
        bridge.destroy();

        // Then
        assertThat(bridge.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(bridge.exitValue()).isZero();
    }

    @Test
    void shouldExitWithTwoWhenTheConfigurationIsWrong() throws Exception {
        // When
        Process bridge = start("http://127.0.0.1:1", "127.0.0.1:1");

        // Then
        assertThat(bridge.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(bridge.exitValue()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err"))).hasLineCount(1).contains("sources[0].broker: expected");
    }

    private Process start(String broker, String kafka) throws IOException {
        Path config = Files.writeString(folder.resolve("bridge.yaml"), """
                sources:
                  - type: mqtt
                    name: plant
                    dialect: emqx
                    broker: %s
                    client-id: bridge-0
                    topics: [{filter: broker/#}]
                kafka: {bootstrap.servers: "%s", schema.registry.url: "mock://process"}
                management: {port: %d}
                """.formatted(broker, kafka, management));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Xmx256m", "-jar", "target/fleet-bridge.jar", "run", "--config", config.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private int status(String path) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + management + path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return -1;
        }
    }
}
