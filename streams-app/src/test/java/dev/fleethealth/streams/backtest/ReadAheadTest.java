package dev.fleethealth.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 5_000})
    void shouldHandOutAllEventsInOrderAndThenFailAsTheSourceDid(int events) throws IOException {
        try (ReadAhead ahead = new ReadAhead(new Numbered(events, new BadEventException("line 7", "no event")))) {
            for (int i = 0; i < events; i++) {
                ConnectionEvent event = ahead.next();
                assertThat(event).isNotNull();
                assertThat(event.getEventId()).isEqualTo(String.valueOf(i));
            }
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(BadEventException.class)
                    .hasMessageStartingWith("line 7");
        }
    }

    @Test
    void shouldEndWithTheSource() throws IOException {
        try (ReadAhead ahead = new ReadAhead(new Numbered(1, null))) {
            assertThat(ahead.next()).isNotNull();
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void shouldReadOnlySoFarAheadAndStopWhenClosed() {
        // Given
        Numbered endless = new Numbered(Integer.MAX_VALUE, null);

        // When
        try (ReadAhead ahead = new ReadAhead(endless)) {
            await().until(() -> endless.given.get() >= 9 * 256);
            assertThat(ahead).isNotNull();
        }

        // Then
        assertThat(endless.given).hasValue(9 * 256);
    }

    /** So many events with numbers for ids, and then an end or a failure. */
    private static final class Numbered implements EventSource {
        private final AtomicInteger given = new AtomicInteger();
        private final int events;
        private final RuntimeException failure;

        Numbered(int events, RuntimeException failure) {
            this.events = events;
            this.failure = failure;
        }

        @Override
        public ConnectionEvent next() {
            if (given.get() < events) {
                return event(given.getAndIncrement());
            }
            if (failure != null) {
                throw failure;
            }
            return null;
        }

        @Override
        public void close() {}

        private static ConnectionEvent event(int number) {
            return ConnectionEvent.newBuilder()
                    .setEventId(String.valueOf(number))
                    .setType(EventType.CONNECTED)
                    .setSource("emqx")
                    .setFleet("fleet")
                    .setOccurredAt(Instant.EPOCH)
                    .setReceivedAt(Instant.EPOCH)
                    .build();
        }
    }
}
