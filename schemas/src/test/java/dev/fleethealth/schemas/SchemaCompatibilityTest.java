package dev.fleethealth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every released version can read what this one writes, and this one can read what they wrote: FULL_TRANSITIVE. */
class SchemaCompatibilityTest {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Map<String, Schema> CURRENT =
            Map.of("ConnectionEvent", ConnectionEvent.getClassSchema(), "Alert", Alert.getClassSchema());

    static List<Path> releasedSchemas() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void shouldKnowReleasedVersionsOfEachRecord() throws IOException {
        assertThat(releasedSchemas())
                .extracting(SchemaCompatibilityTest::recordName)
                .containsAll(CURRENT.keySet());
    }

    @ParameterizedTest
    @MethodSource("releasedSchemas")
    void shouldReadAndBeReadByReleasedVersion(Path file) throws IOException {
        // Given
        Schema released = new Schema.Parser().parse(Files.readString(file));
        Schema current = CURRENT.get(recordName(file));

        // Then
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(current, released)
                        .getResult()
                        .getIncompatibilities())
                .as("this version reads %s", file)
                .isEmpty();
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(released, current)
                        .getType())
                .as("%s reads this version", file)
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static String recordName(Path file) {
        return file.getFileName().toString().replace(".avsc", "");
    }
}
