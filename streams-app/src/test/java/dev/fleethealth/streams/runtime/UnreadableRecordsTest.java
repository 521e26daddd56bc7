package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadableRecordsTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BYTES = "original".getBytes(StandardCharsets.UTF_8);
    private static final ConsumerRecord<byte[], byte[]> RECORD = new ConsumerRecord<>("events", 3, 42, KEY, BYTES);

    private final UnreadableRecords handler = new UnreadableRecords();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(DeadLetters.SETTING, DeadLettersFixture.anywhere()));
    }

    @Test
    void shouldSetTheOriginalBytesAsideWhenTheyAreNoEvent() {
        // When
        Response response = handler.handleError(
                new FailedAt(BYTES), RECORD, new SerializationException("no magic byte\n\u001b[31m" + "x".repeat(500)));
        // Then
        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(BYTES);
            assertThat(letter.headers().lastHeader("key").value()).isEqualTo(KEY);
            assertThat(new String(letter.headers().lastHeader("why").value(), StandardCharsets.UTF_8))
                    .startsWith("deserialization: no magic byte [31mxxx")
                    .hasSizeLessThan(330);
        });
    }

    @Test
    void shouldStopTheThreadWhenTheRegistryIsToBlame() {
        // When
        Response response = handler.handleError(
                new FailedAt(BYTES), RECORD, new SerializationException("wrapped", new TimeoutException("registry")));
        // Then
        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }
}
