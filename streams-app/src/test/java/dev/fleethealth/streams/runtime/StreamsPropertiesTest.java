package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsPropertiesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldBeExactlyOnceAndFastToTakeOverByDefault() throws IOException {
        // When
        StreamsConfig config = new StreamsConfig(properties("kafka: {bootstrap.servers: \"localhost:1\"}"));
        Map<String, Object> consumer = config.getMainConsumerConfigs("group", "client", 1);
        Map<String, Object> producer = config.getProducerConfigs("client");
        // Then
        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(100);
        assertThat(config.getLong(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG))
                .isZero();
        assertThat(config.getString(StreamsConfig.STATE_DIR_CONFIG)).isEqualTo("fleet-streams-state");
        assertThat(consumer)
                .containsEntry("session.timeout.ms", 12_000)
                .containsEntry("heartbeat.interval.ms", 3_000)
                .containsEntry("auto.offset.reset", "earliest");
        assertThat(producer).containsEntry("linger.ms", 5).containsEntry("compression.type", "lz4");
    }

    @Test
    void shouldPreferTheUsersSettingsWhereTheyAreFree() throws IOException {
        // When
        StreamsConfig config = new StreamsConfig(properties(
                "kafka: {bootstrap.servers: \"localhost:1\", producer.linger.ms: 0, security.protocol: SSL}"));
        // Then
        assertThat(config.getProducerConfigs("client"))
                .containsEntry("linger.ms", "0")
                .containsEntry("security.protocol", "SSL");
    }

    private Properties properties(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("fleet-streams.yaml"), yaml);
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.of(file));
        return StreamsProperties.of(configuration.settings(), DeadLettersFixture.anywhere());
    }
}
