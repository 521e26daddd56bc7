package dev.fleethealth.bridge.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedDialectsTest {
    private static final String GOOD = """
            id: plant
            messages: [{becomes: connected, when: {/what: [up]}}]
            fields: {client-id: [/who]}
            reasons: [{raw: [gone], category: network-lost}]
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldKnowTheDialectsOfTheFilesBesideAllOthers() throws IOException {
        // When // Then
        assertThat(MappedDialects.load(List.of(file(GOOD))).ids()).contains("plant", "nanomq", "tdmq");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: plant | id: Plant! | id: expected up to 50 lower-case letters, digits and hyphens
            id: plant | id: tdmq | id: expected one that no other dialect has, was "tdmq"
            becomes: connected | becomes: online | messages[0].becomes: expected one of broker-started
            becomes: connected | becomes: ignored | messages: required, expected at least one message that becomes an event
            {/what: [up]} | {what: [up]} | messages[0].when[0]: expected a JSON pointer such as
            {/what: [up]} | {/what: []} | messages[0].when./what: expected at least one value
            {/what: [up]} | {/what: [1]} | messages[0].when./what[0]: expected text, was 1
            {/what: [up]} | {topic/0: [up]} | messages[0].when[0]: expected a JSON pointer such as
            when: | topic: a/#/b, when: | messages[0].topic: expected an MQTT topic filter, was "a/#/b"
            client-id: [/who] | client-id: [who] | fields.client-id[0]: expected a JSON pointer such as
            client-id: [/who] | client-id: [] | fields.client-id: expected at least one of: a JSON pointer
            client-id: [/who] | username: [/who] | fields.client-id: required, expected at least one of
            client-id: [/who] | client-id: [/who], usrname: [/u] | fields.usrname: unknown key, did you mean username?
            fields: | units: {time: epoch-days}; fields: | units.time: expected one of epoch-millis, epoch-seconds, iso-8601
            fields: | units: {keep-alive: 0s}; fields: | units.keep-alive: expected 1ms to 1d, was 0s
            fields: | identity: [id]; fields: | identity[0]: expected a JSON pointer such as
            category: network-lost | category: lost | reasons[0].category: expected one of
            raw: [gone] | raw: [gone, GONE] | reasons[0].raw: expected each reason once, "GONE" stands here twice
            raw: [gone] | raw: [] | reasons[0].raw: required, expected at least one reason
            reasons: | reason: | reason: unknown key, did you mean reasons?
            """)
    void shouldNameFileKeyAndWhatWasExpectedWhenAFileIsWrong(String right, String wrong, String problem)
            throws IOException {
        // Given
        assertThat(GOOD).contains(right);
        Path file = file(GOOD.replace(right, wrong.replace("; ", "\n")));

        // When // Then
        assertThatThrownBy(() -> MappedDialects.load(List.of(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("dialect-files[0]: " + file + ": " + problem);
    }

    @Test
    void shouldSayWhichFileWhenItIsNotThere() {
        // When // Then
        assertThatThrownBy(() -> MappedDialects.load(List.of(Path.of("no-such.yaml"))))
                .hasMessage("dialect-files[0]: no-such.yaml: no such file");
    }

    private Path file(String mapping) throws IOException {
        return Files.writeString(folder.resolve("plant.yaml"), mapping);
    }
}
