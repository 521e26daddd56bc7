package dev.fleethealth.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.metrics.FaultCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class ThreadFailuresTest {
    private static final StreamsException FAILURE = new StreamsException("broker gone");

    private final List<Throwable> ends = new ArrayList<>();
    private final AtomicInteger halts = new AtomicInteger();
    private Instant now = Instant.EPOCH;

    @Test
    void shouldReplaceThreeTimesAndThenEndWhenFailuresComeOnEachOther() {
        // Given
        ThreadFailures failures = failures(1);
        // When / Then
        assertThat(IntStream.range(0, 4).mapToObj(number -> failures.handle(FAILURE)))
                .containsExactly(REPLACE_THREAD, REPLACE_THREAD, REPLACE_THREAD, SHUTDOWN_CLIENT);
        assertThat(ends).containsExactly(FAILURE);
        assertThat(halts).hasValue(0);
    }

    @Test
    void shouldEndAtOnceWhenTheDiskDoesNotTakeTheState() {
        // Given
        StreamsException full = new StreamsException(
                new ProcessorStateException("devices", new RocksDBException("No space left on device")));
        // When / Then
        assertThat(failures(1).handle(full)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ends).containsExactly(full);
    }

    @Test
    void shouldGoOnReplacingWhenFailuresAreRare() {
        // Given
        ThreadFailures failures = failures(1);
        // When / Then
        assertThat(IntStream.range(0, 20).mapToObj(number -> {
                    now = now.plus(Duration.ofMinutes(2));
                    return failures.handle(FAILURE);
                }))
                .containsOnly(REPLACE_THREAD);
        assertThat(ends).isEmpty();
    }

    @Test
    void shouldAllowEachThreadItsReplacementsWhenAllFailAtOnce() {
        // Given
        ThreadFailures failures = failures(4);
        // When / Then
        assertThat(IntStream.range(0, 12).mapToObj(number -> failures.handle(FAILURE)))
                .containsOnly(REPLACE_THREAD);
        assertThat(failures.handle(FAILURE)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldHaltWhenAJavaErrorIsInside() {
        // When
        failures(1).handle(new StreamsException(new OutOfMemoryError("heap")));
        // Then
        assertThat(halts).hasValue(1);
    }

    private ThreadFailures failures(int threads) {
        return new ThreadFailures(
                threads, () -> now, new FaultCounters(new SimpleMeterRegistry()), ends::add, halts::incrementAndGet);
    }
}
