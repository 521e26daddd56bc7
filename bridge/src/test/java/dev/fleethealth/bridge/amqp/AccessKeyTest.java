package dev.fleethealth.bridge.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.service.config.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeyTest {

    /** What com.alibaba.mqtt:server-sdk:1.0.8.Final makes of the same key at the same time. */
    @Test
    void shouldSignAsAlibabasOwnLibraryDoes(@TempDir Path folder) throws IOException {
        // Given
        ApsaramqSourceSettings settings = ConfigurationFile.read(
                Files.writeString(folder.resolve("s.yaml"), """
                name: alibaba
                broker: amqp://localhost
                instance-id: post-cn-instance
                groups: [GID_a]
                access-key-id: ${file:%s}
                access-key-secret: ${file:%s}
                """.formatted(
                                Files.writeString(folder.resolve("id"), "LTAI-key-id\n"),
                                Files.writeString(folder.resolve("secret"), "key-secret\n"))),
                ApsaramqSourceSettings.class);

        // When
        AccessKey key = AccessKey.of(settings, Instant.ofEpochMilli(1_763_600_000_000L));

        // Then
        assertThat(key.username()).isEqualTo("MDpwb3N0LWNuLWluc3RhbmNlOkxUQUkta2V5LWlk");
        assertThat(key.password()).isEqualTo("O0YnNpZi5sNz4PpDcUk2PkolHmo=");
        assertThat(key.signKey()).isEqualTo("1763600000000");
        assertThat(key.toString() + settings).doesNotContain("key-secret", "O0Yn");
    }
}
