package dev.fleethealth.bridge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.json.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a dialect owes whatever bytes it is given: an answer, soon, and events that are as the contract says. */
final class DialectPromises {
    static final Duration LONGEST = Duration.ofMillis(100);

    private static final int LONGEST_WHY = 1_000;
    private static final Instant LAST_PRINTABLE = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Set<EventType> WITH_CATEGORY = Set.of(EventType.DISCONNECTED, EventType.CONNECT_FAILED);

    private final EventFinisher finisher;

    DialectPromises(String dialectId) {
        this.finisher = new EventFinisher(EventOrigin.of(dialectId));
    }

    /** Fails, by an exception or an assertion, when the dialect breaks one of them. */
    void check(Dialect dialect, BrokerMessage message) {
        Decoding decoding = ProcessorTime.within(LONGEST, () -> dialect.decode(message));
        if (decoding instanceof Decoding.Events drafts) {
            List<ConnectionEvent> events = finisher.finish(message, drafts);
            assertThat(events).isNotEmpty();
            events.forEach(event -> check(event, message.receivedAt()));
        } else if (decoding instanceof Decoding.Ignored ignored) {
            checkText(ignored.why());
        } else if (decoding instanceof Decoding.Malformed malformed) {
            checkText(malformed.why());
        }
    }

    /** What holds for each event. */
    static void check(ConnectionEvent event, Instant receivedAt) {
        assertThat(event.getEventId()).matches("[0-9a-f]{32}");
        assertThat(event.getFleet()).isNotBlank();
        assertThat(event.getClientId()).isNotEqualTo("");
        checkTimes(event, receivedAt);
        checkRange(event.getPeerPort(), 0, 65_535);
        checkRange(event.getProtocolLevel(), 3, 5);
        checkRange(event.getKeepAliveSeconds(), 0, Integer.MAX_VALUE);
        checkCategory(event);
        checkForms(event);
    }

    private static void checkTimes(ConnectionEvent event, Instant receivedAt) {
        assertThat(event.getReceivedAt()).isEqualTo(receivedAt);
        assertThat(event.getOccurredAt()).isBetween(Instant.EPOCH, receivedAt.plus(EventFinisher.MAX_CLOCK_LEAD));
        checkPrintable(event.getConnectedAt());
        checkPrintable(event.getCredentialExpiresAt());
    }

    private static void checkPrintable(@Nullable Instant time) {
        if (time != null) {
            assertThat(time).isBetween(Instant.EPOCH, LAST_PRINTABLE);
        }
    }

    private static void checkRange(@Nullable Integer number, int least, int most) {
        if (number != null) {
            assertThat(number).isBetween(least, most);
        }
    }

    private static void checkCategory(ConnectionEvent event) {
        boolean has = event.getCategory() != null;
        assertThat(has).isEqualTo(event.getCategorySource() != null).isEqualTo(event.getInitiator() != null);
        if (has) {
            assertThat(event.getType()).isIn(WITH_CATEGORY);
        }
    }

    /** Both forms in which events are handed on. */
    private static void checkForms(ConnectionEvent event) {
        try {
            assertThat(ConnectionEvent.getEncoder().encode(event).hasRemaining())
                    .isTrue();
            assertThat(CanonicalJson.write(event)).doesNotContain("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What holds for each explanation: one short line. */
    static void checkText(String why) {
        assertThat(why).isNotBlank().hasSizeLessThan(LONGEST_WHY);
        assertThat(why.chars().noneMatch(Character::isISOControl)).isTrue();
    }
}
