package dev.fleethealth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeMainTest {
    private static final String GOOD = """
            sources:
              - type: mqtt
                name: plant
                dialect: emqx
                broker: mqtt://127.0.0.1:1
                client-id: bridge-0
                topics: [{filter: "events/#"}]
                credentials: {username: me, password: "${file:%s}"}
            kafka: {bootstrap.servers: "127.0.0.1:1", schema.registry.url: "http://me:hunter2@127.0.0.1:1"}
            management: {port: 0}
            """;

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    BridgeMainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldPrintTheEffectiveConfigurationWithoutSecrets() throws IOException {
        // When
        int code = execute("validate", GOOD);

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("receive-maximum: 1000")
                .contains("password: '****'")
                .contains("http://****@127.0.0.1:1")
                .doesNotContain("hunter2");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldNameTheNearestDialectWhenThereIsNoSuch() throws IOException {
        assertThat(execute("validate", GOOD.replace("emqx", "emkx"))).isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("bridge.yaml: sources[0].dialect: ")
                .contains("did you mean \"emqx\"");
    }

    @Test
    void shouldRefuseASerializerThatIsNotThere() throws IOException {
        String foreign = GOOD.replace("schema.registry.url", "value.serializer: no.Such, schema.registry.url");
        assertThat(execute("validate", foreign)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("kafka.value.serializer: expected a Kafka Serializer");
    }

    @Test
    void shouldRefuseToRunWhenTheManagementPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(execute("run", GOOD.replace("port: 0", "port: " + port))).isEqualTo(2);
            assertThat(err.toString())
                    .hasLineCount(1)
                    .contains("bridge.yaml: management.port: expected a free port")
                    .contains(port);
        }
    }

    @Test
    void shouldRequireAConfiguration() {
        assertThat(commandLine("run")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--config");
    }

    private int execute(String verb, String yaml) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        Path file = Files.writeString(folder.resolve("bridge.yaml"), yaml.formatted(secret));
        return commandLine(verb, "--config", file.toString());
    }

    private int commandLine(String... arguments) {
        return BridgeMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
