package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Response;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedRecordsTest {
    private static final byte[] BYTES = "original".getBytes(StandardCharsets.UTF_8);
    private static final Record<String, String> RECORD = new Record<>("key", "value", 0);

    private final FailedRecords handler = new FailedRecords();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(DeadLetters.SETTING, DeadLettersFixture.anywhere()));
    }

    @Test
    void shouldSetTheOriginalBytesAsideWhenTheRecordIsToBlame() {
        // When
        Response response = handler.handleError(new FailedAt(BYTES), RECORD, new IllegalStateException("client-7\nx"));
        // Then
        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("dead-letter");
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isEqualTo(BYTES);
            assertThat(header(letter, "source")).isEqualTo("events");
            assertThat(header(letter, "where")).isEqualTo("events-3@42");
            assertThat(header(letter, "why")).isEqualTo("processing: java.lang.IllegalStateException at device-stage");
        });
    }

    static Stream<Exception> faultsOfTheWorld() {
        return Stream.of(
                new ProcessorStateException("disk full"),
                new IllegalStateException(new KafkaException("broker")),
                new UncheckedIOException(new IOException("no space")));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheWorld")
    void shouldStopTheThreadWhenTheWorldIsToBlame(Exception fault) {
        // When
        Response response = handler.handleError(new FailedAt(BYTES), RECORD, fault);
        // Then
        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void shouldStopTheThreadWhenThereIsNoRecordToBlame() {
        // When
        Response response = handler.handleError(new FailedAt(BYTES), null, new IllegalStateException("in a tick"));
        // Then
        assertThat(response.result()).isEqualTo(Result.FAIL);
    }

    @Test
    void shouldSetARecordWithoutAValueAside() {
        // When
        Response response = handler.handleError(new FailedAt(null), RECORD, new NullPointerException());
        // Then
        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> assertThat(letter.value())
                .isNull());
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
