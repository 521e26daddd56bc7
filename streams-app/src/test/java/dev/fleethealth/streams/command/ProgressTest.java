package dev.fleethealth.streams.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.TakeoverLoop;
import dev.fleethealth.streams.backtest.EventSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Iterator;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final StringWriter out = new StringWriter();
    private Instant now = START;

    @Test
    void shouldSayShareRateAndTimeWhenTheReadingTakesLong() throws IOException {
        // Given
        Progress progress = new Progress(source(OptionalDouble.of(0.5)), new PrintWriter(out), () -> now);
        // When
        progress.next();
        progress.next();
        now = START.plusSeconds(2);
        progress.next();
        progress.next();
        // Then
        assertThat(out.toString().lines())
                .containsExactly("50.0 %, 3 events, 1 a second, reached 2026-11-20T10:00:05Z");
    }

    @Test
    void shouldLeaveTheShareOutWhenNobodyKnowsHowMuchThereIs() throws IOException {
        // Given
        Progress progress = new Progress(source(OptionalDouble.empty()), new PrintWriter(out), () -> now);
        // When
        now = START.plusSeconds(10);
        progress.next();
        // Then
        assertThat(out.toString().lines()).containsExactly("1 events, 0 a second, reached 2026-11-20T10:00:00Z");
    }

    private static EventSource source(OptionalDouble share) {
        Iterator<ConnectionEvent> events = TakeoverLoop.events(4, START).iterator();
        return new EventSource() {
            @Override
            public ConnectionEvent next() {
                return events.next();
            }

            @Override
            public OptionalDouble share() {
                return share;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
