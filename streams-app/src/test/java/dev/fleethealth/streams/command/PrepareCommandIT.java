package dev.fleethealth.streams.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.schemas.registry.CompatibilityLevel;
import dev.fleethealth.service.cli.Program;
import dev.fleethealth.streams.chaos.RegistryServer;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the programs run: a real Kafka, and a registry over HTTP. */
class PrepareCommandIT {
    private static final String DEAD_LETTER = "brokers.unreadable";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldMakeWhatIsMissingAndRefuseWhatDoesNotFit() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.start();
                RegistryServer registry = new RegistryServer(RegistryServer.Mood.WELL);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // Given a registry with an alert that the program's own cannot replace
            registry.schemas()
                    .register(
                            "pages-value",
                            SchemaBuilder.record("Alert")
                                    .fields()
                                    .requiredInt("number")
                                    .endRecord());
            // When
            int refused = prepare(config(kafka, registry, "pages"));
            // Then
            assertThat(refused).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("schema Alert is not compatible with what is registered under pages-value: ")
                    .hasLineCount(1);
            assertThat(out.toString()).isEmpty();
            assertThat(admin.listTopics().names().get()).isEmpty();

            // Given
            Path fitting = config(kafka, registry, "alerts");
            // When
            assertThat(prepare(fitting)).isZero();
            // Then
            assertThat(lines())
                    .containsExactlyInAnyOrder(
                            "schema fleet.connection-events-value: registered with id "
                                    + registry.schemas()
                                            .latest("fleet.connection-events-value")
                                            .id(),
                            "schema alerts-value: registered with id "
                                    + registry.schemas().latest("alerts-value").id(),
                            "topic fleet.connection-events: created with 12 partitions",
                            "topic " + DEAD_LETTER + ": created with 1 partitions",
                            "topic alerts: created with 3 partitions",
                            "topic fleet.alerts.dead-letter: created with 1 partitions",
                            "topic fleet.alerts.deliveries: created with 1 partitions",
                            "topic fleet.silences: created with 1 partitions");
            assertThat(registry.schemas().compatibility("alerts-value")).contains(CompatibilityLevel.FULL_TRANSITIVE);
            assertThat(registry.schemas().lookUp("alerts-value", Alert.getClassSchema()))
                    .isPositive();
            assertThat(partitions(admin, "fleet.connection-events")).isEqualTo(12);
            assertThat(cleanup(admin, "alerts"))
                    .isEqualTo(Topics.ALERTS.cleanup().policy());

            // When it runs again
            assertThat(prepare(fitting)).isZero();
            // Then
            assertThat(lines())
                    .filteredOn(line -> line.startsWith("topic"))
                    .hasSize(6)
                    .allMatch(line -> line.endsWith(": was there"));
        }
    }

    private int prepare(Path config) {
        out.getBuffer().setLength(0);
        return Program.commandLine(new PrepareCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "--config", config.toString(), "--event-partitions", "12", "--bridge-dead-letter", DEAD_LETTER);
    }

    private List<String> lines() {
        return Arrays.asList(out.toString().split("\\R"));
    }

    private Path config(KafkaBroker kafka, RegistryServer registry, String alerts) throws IOException {
        return Files.writeString(
                directory.resolve(alerts + ".yaml"), """
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                topics: {alerts: "%s"}
                """.formatted(kafka.bootstrapServers(), registry.url(), alerts));
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return description.partitions().size();
    }

    private static String cleanup(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("cleanup.policy")
                .value();
    }
}
