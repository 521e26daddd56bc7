package dev.fleethealth.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.dialect.Samples;
import dev.fleethealth.bridge.dialect.Samples.Sample;
import dev.fleethealth.service.cli.Program;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class TranslateCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.ofEpochMilli(1_795_154_500_000L);
    private static final String DISCONNECTED =
            "{\"event\":\"client.disconnected\",\"clientid\":\"%s\",\"reason\":\"tcp_closed\",\"disconnected_at\":1795154400000}";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    static Collection<String> dialects() {
        return DialectRegistry.load().ids();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void shouldGiveTheSamplesCategoriesInInputOrder(String dialect) throws IOException {
        // Given
        List<Sample> samples = Samples.all().stream()
                .filter(sample -> sample.dialect().equals(dialect))
                .toList();
        StringBuilder input = new StringBuilder();
        for (Sample sample : samples) {
            input.append(message(sample.topic(), new String(sample.payload(), StandardCharsets.UTF_8)));
        }

        // When
        assertThat(translate(input.toString(), "--dialect", dialect)).isZero();

        // Then
        assertThat(events())
                .extracting(event -> Optional.ofNullable(event.get("category")).map(JsonNode::asText))
                .isEqualTo(samples.stream()
                        .filter(sample -> !sample.result().equals("IGNORED"))
                        .map(Sample::category)
                        .toList());
        assertThat(events()).allMatch(event -> event.path("source").asText().equals(dialect));
    }

    @Test
    void shouldSpeakTheDialectOfAFileWhenTheConfigurationNamesIt() throws IOException {
        // Given
        Path mapping = Files.writeString(folder.resolve("plant.yaml"), """
                id: plant
                messages: [{becomes: connected, when: {/what: [up]}}]
                fields: {client-id: [/who]}
                """);
        Path config = Files.writeString(folder.resolve("bridge.yaml"), """
                dialect-files: [%s]
                sources:
                  - {type: http, name: plant, dialects: [plant], fleet: presses}
                kafka: {bootstrap.servers: 'localhost:9092'}
                """.formatted(mapping));

        // When
        int code = translate(
                message("", "{\"what\": \"up\", \"who\": \"press-7\"}"),
                "--dialect",
                "plant",
                "--config",
                config.toString());

        // Then
        assertThat(code).isZero();
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.path("clientId").asText()).isEqualTo("press-7");
            assertThat(event.path("source").asText()).isEqualTo("plant");
            assertThat(event.path("fleet").asText()).isEqualTo("presses");
        });
    }

    @Test
    void shouldSayWhichLinesGaveNoEventAndWhyWhenAsked() throws IOException {
        // Given
        Path rejects = folder.resolve("rejects.jsonl");
        String input = message("", DISCONNECTED.formatted("d1"))
                + "\n"
                + message("", "{\"event\":\"message.dropped\"}")
                + "{\"payload\":7}\r\n"
                + "{\"payloadBase64\":\"***\"}\n"
                + "{\"payload\":\"{}\",\"receivedAt\":\"now\"}\n"
                + "not JSON at all\n"
                + message("", DISCONNECTED.formatted("d2"));

        // When
        int exit = translate(input, "--dialect", "emqx", "--rejects", rejects.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(events())
                .extracting(event -> event.path("clientId").asText())
                .containsExactly("d1", "d2");
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "{\"line\":3,\"result\":\"ignored\",\"why\":\"not an event about connections\"}",
                        "{\"line\":4,\"result\":\"malformed\",\"why\":\"field payload of the line: expected text\"}",
                        "{\"line\":5,\"result\":\"malformed\",\"why\":\"field payloadBase64 of the line: expected Base64\"}",
                        "{\"line\":6,\"result\":\"malformed\",\"why\":\"field receivedAt of the line: expected epoch milliseconds\"}",
                        "{\"line\":7,\"result\":\"malformed\",\"why\":\"not valid JSON at line 1, column 1\"}");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldSayHowManyLinesGaveNoEventWhenTheyAreNotWritten() throws IOException {
        // When
        assertThat(translate("x\ny\n", "--dialect", "emqx")).isZero();

        // Then
        assertThat(err.toString()).isEqualTo("2 lines gave no event; --rejects FILE says which, and why\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void shouldTakeTheLineForThePayloadWhenItIsNoMessage() throws IOException {
        // When
        assertThat(translate(DISCONNECTED.formatted("d1"), "--dialect", "emqx")).isZero();

        // Then
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.path("receivedAt").asLong()).isEqualTo(NOW.toEpochMilli());
            assertThat(event.path("occurredAt").asLong()).isEqualTo(1_795_154_400_000L);
        });
    }

    @Test
    void shouldReadBytesAndTimeWhenTheLineHasThem() throws IOException {
        // Given
        String payload = Base64.getEncoder()
                .encodeToString(DISCONNECTED.formatted("ü\u2028").getBytes(StandardCharsets.UTF_8));

        // When
        translate("{\"payloadBase64\":\"" + payload + "\",\"receivedAt\":1795154300000}", "--dialect", "emqx");

        // Then
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.path("clientId").asText()).isEqualTo("ü\u2028");
            assertThat(event.path("receivedAt").asLong()).isEqualTo(1_795_154_300_000L);
            assertThat(event.path("occurredAt").asLong()).isEqualTo(1_795_154_300_000L);
            assertThat(event.path("attributes").path("clockSkewMillis").asText())
                    .isEqualTo("100000");
        });
    }

    @Test
    void shouldUseTheFleetRulesOfTheConfigurationWhenGiven() throws IOException {
        // Given
        Path config = folder.resolve("bridge.yaml");
        Files.writeString(config, """
                sources:
                  - type: mqtt
                    name: plant
                    dialect: emqx
                    broker: mqtt://broker.example.com
                    client-id: fleet-bridge-1
                    topics: [{filter: "events/#"}]
                    fleet: plant
                kafka: {bootstrap.servers: "localhost:9092", schema.registry.url: "http://localhost:8081"}
                fleet-rules:
                  - pattern: "^(?<fleet>pumps)-"
                """);
        Path input = folder.resolve("input.jsonl");
        Files.writeString(
                input, message("", DISCONNECTED.formatted("pumps-1")) + message("", DISCONNECTED.formatted("x")));

        // When
        int exit = translate("", "--dialect", "emqx", "--config", config.toString(), input.toString());

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(events()).extracting(event -> event.path("fleet").asText()).containsExactly("pumps", "plant");
    }

    @Test
    void shouldHideWhatTheConfigurationSaysButKeepTheIds() throws IOException {
        // Given
        String message = message("", """
                {"event": "client.disconnected", "clientid": "d1", "username": "alice", "peername": "10.0.0.7:5768",
                 "reason": "keepalive_timeout", "timestamp": 1795154400000}""");
        Path key = Files.writeString(folder.resolve("key"), "a key of operators\n");
        Path config = Files.writeString(folder.resolve("bridge.yaml"), """
                sources: [{type: http, name: hooks, dialects: [emqx]}]
                privacy: {addresses: hash, user-names: drop, hash-key: "${file:%s}"}
                kafka: {bootstrap.servers: "localhost:9092"}
                """.formatted(key));
        assertThat(translate(message, "--dialect", "emqx")).isZero();

        // When
        assertThat(translate(message, "--dialect", "emqx", "--config", config.toString()))
                .isZero();

        // Then
        JsonNode plain = events().get(0);
        JsonNode hidden = events().get(1);
        assertThat(plain.path("peerAddress").asText()).isEqualTo("10.0.0.7");
        assertThat(hidden.path("peerAddress").asText()).isEqualTo("fd3174d53ab7d931");
        assertThat(hidden.toString()).doesNotContain("10.0.0.7", "5768", "alice");
        assertThat(hidden.path("eventId")).isEqualTo(plain.path("eventId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dialect emqq|--dialect: unknown dialect \"emqq\": did you mean \"emqx\"? Known: ",
                "--dialect mosquitto --broker-version new|--broker-version: expected a version of Mosquitto such as 2.0.22, was \"new\"",
                "--dialect emqx no/such/file|FILE: expected a file that can be read, was \"no/such/file\"",
                "--dialect emqx --rejects no/such/file|--rejects: expected a file that can be written, was \"no/such/file\"",
                "--dialect emqx --config no/such/file|no/such/file",
                "-|Missing required option: '--dialect=ID'"
            })
    void shouldExitWith2AndOneLineWhenAnArgumentIsWrong(String arguments, String problem) throws IOException {
        // When
        int exit = translate("", arguments.split(" "));

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(problem).hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void shouldCutOffAndGoOnWhenALineIsEndless() throws IOException {
        // Given
        String input = "x".repeat(5_000_000) + "\n" + message("", DISCONNECTED.formatted("d1"));
        Path rejects = folder.resolve("rejects.jsonl");

        // When
        assertThat(translate(input, "--dialect", "emqx", "--rejects", rejects.toString()))
                .isZero();

        // Then
        assertThat(events()).hasSize(1);
        assertThat(Files.readString(rejects)).contains("the line is longer than 2097152 bytes");
    }

    private int translate(String input, String... arguments) {
        TranslateCommand command = new TranslateCommand(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, InstantSource.fixed(NOW));
        CommandLine commandLine = Program.commandLine(command);
        return commandLine.setErr(new PrintWriter(err)).execute(arguments);
    }

    private List<JsonNode> events() throws IOException {
        return JSON.readerFor(JsonNode.class)
                .<JsonNode>readValues(out.toByteArray())
                .readAll();
    }

    private static String message(String topic, String payload) throws IOException {
        return JSON.writeValueAsString(Map.of("topic", topic, "payload", payload)) + "\n";
    }
}
