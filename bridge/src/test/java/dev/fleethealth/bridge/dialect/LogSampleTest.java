package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole stretches of real logs, line by line through one dialect; {@code samples/logs.json} says what comes of them. */
class LogSampleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<LogSample> samples() throws IOException {
        List<LogSample> samples = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(resource("logs.json"))) {
            samples.add(new LogSample(entry));
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldTellTheStoryOfEveryConnectionWhenALogIsReadFromItsStart(LogSample sample) throws IOException {
        // Given
        Dialect dialect = Messages.dialect(sample.entry().get("dialect").asText());

        // When
        List<ConnectionEvent.Builder> events = sample.messages().stream()
                .map(dialect::decode)
                .peek(decoding -> assertThat(decoding).isNotInstanceOf(Decoding.Malformed.class))
                .filter(Decoding.Events.class::isInstance)
                .flatMap(decoding -> ((Decoding.Events) decoding).drafts().stream())
                .toList();

        // Then
        assertThat(events).allMatch(ConnectionEvent.Builder::hasOccurredAt);
        assertThat(events).extracting(LogSampleTest::story).isEqualTo(sample.story());
        assertThat(sample.story().stream().filter(sample::isExpected))
                .hasSize(sample.entry().has("expect") ? 1 : 0);
    }

    private static String story(ConnectionEvent.Builder event) {
        return Stream.of(event.getType(), event.getClientId(), event.getCategory())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(LogSampleTest.class.getResourceAsStream("/samples/" + name), name);
    }

    /** One file: lines of a log, or what {@code mosquitto_sub -F %j} printed for one line of {@code $SYS}. */
    record LogSample(JsonNode entry) {

        List<BrokerMessage> messages() throws IOException {
            String file = entry.get("file").asText();
            try (InputStream in = resource(file)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return file.endsWith(".json")
                        ? List.of(Messages.of(
                                entry.get("topic").asText(),
                                JSON.readTree(text).get("payload").asText()))
                        : text.lines().map(line -> Messages.of("", line)).toList();
            }
        }

        List<String> story() {
            List<String> story = new ArrayList<>();
            entry.get("events").forEach(event -> story.add(event.asText()));
            return story;
        }

        /** The end of a session has no category: its type says it. */
        boolean isExpected(String event) {
            String expected = entry.path("expect").asText();
            return !expected.isEmpty()
                    && (event.endsWith(' ' + expected) || event.startsWith(EventType.SESSION_EXPIRED + " "));
        }

        @Override
        public String toString() {
            return entry.get("file").asText();
        }
    }
}
