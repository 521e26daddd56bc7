package dev.fleethealth.bridge.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFinisherTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-11-20T06:00:00.500Z");

    private final EventFinisher finisher = new EventFinisher(EventOrigin.of("emqx"));

    @ParameterizedTest
    @CsvSource({"0", "60000", "-3600000", "-1795154400500"})
    void shouldKeepTheBrokersTimeWhenItIsAtMostAMinuteAhead(long millis) {
        // When
        ConnectionEvent event = finish(draft().setOccurredAt(RECEIVED_AT.plusMillis(millis)));

        // Then
        assertThat(event.getOccurredAt()).isEqualTo(RECEIVED_AT.plusMillis(millis));
        assertThat(event.getAttributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60001", "86400000"})
    void shouldReplaceTheBrokersTimeAndSayByHowMuchWhenItIsFurtherAhead(long millis) {
        // When
        ConnectionEvent event =
                finish(draft().setOccurredAt(RECEIVED_AT.plusMillis(millis)).setAttributes(Map.of("kept", "yes")));

        // Then
        assertThat(event.getOccurredAt()).isEqualTo(RECEIVED_AT);
        assertThat(event.getAttributes()).isEqualTo(Map.of("kept", "yes", "clockSkewMillis", Long.toString(millis)));
    }

    @Test
    void shouldTakeTheTimeOfReceiptWhenTheBrokerSaysNone() {
        // When
        ConnectionEvent event = finish(draft());

        // Then
        assertThat(event.getOccurredAt()).isEqualTo(RECEIVED_AT);
        assertThat(event.getReceivedAt()).isEqualTo(RECEIVED_AT);
        assertThat(event.getSource()).isEqualTo("emqx");
        assertThat(event.getFleet()).isEqualTo("default");
    }

    @Test
    void shouldGiveTheSameIdWhenTheSameMessageComesTwice() {
        // Given
        BrokerMessage first = message("a", "payload", RECEIVED_AT);
        BrokerMessage again = message("b", "payload", RECEIVED_AT.plusSeconds(3600));

        // When
        String id = finisher.finish(first, events(draft())).get(0).getEventId();

        // Then
        assertThat(finisher.finish(again, events(draft())).get(0).getEventId()).isEqualTo(id);
        assertThat(id).matches("[0-9a-f]{32}");
    }

    @Test
    void shouldGiveTheSameIdWhenABrokensClocksMessageComesTwice() {
        // Given
        Instant ahead = RECEIVED_AT.plusSeconds(3600);

        // When // Then
        assertThat(finisher.finish(message("", "p", RECEIVED_AT), events(draft().setOccurredAt(ahead)))
                        .get(0)
                        .getEventId())
                .isEqualTo(finisher.finish(
                                message("", "p", RECEIVED_AT.plusSeconds(1)), events(draft().setOccurredAt(ahead)))
                        .get(0)
                        .getEventId());
    }

    @Test
    void shouldGiveEachADifferentIdWhenAnythingDiffers() {
        // Given
        Instant time = RECEIVED_AT.minusSeconds(1);

        // When
        List<String> ids = List.of(
                id("p", draft()),
                id("q", draft()),
                id("p", draft().setClientId("d2")),
                id("p", draft().setConnectionId("10.0.0.1:7")),
                id("p", draft().setNode("n")),
                id("p", draft().setType(EventType.CONNECTED)),
                id("p", draft().setOccurredAt(time)),
                id("p", draft().setOccurredAt(time.plusMillis(1))),
                new EventFinisher(EventOrigin.of("tdmq"))
                        .finish(message("", "p", RECEIVED_AT), events(draft()))
                        .get(0)
                        .getEventId());

        // Then
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveEachADifferentIdWhenOneMessageHoldsTwoEqualEvents() {
        // When
        List<ConnectionEvent> events =
                finisher.finish(message("", "p", RECEIVED_AT), new Decoding.Events(List.of(draft(), draft())));

        // Then
        assertThat(events).extracting(ConnectionEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepTheSourcesOwnIdWhenItHasOne() {
        assertThat(finish(draft().setEventId("insert-1")).getEventId()).isEqualTo("insert-1");
    }

    private ConnectionEvent finish(ConnectionEvent.Builder draft) {
        return finisher.finish(message("", "{}", RECEIVED_AT), events(draft)).get(0);
    }

    private String id(String payload, ConnectionEvent.Builder draft) {
        return finisher.finish(message("", payload, RECEIVED_AT), events(draft))
                .get(0)
                .getEventId();
    }

    private static Decoding.Events events(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static BrokerMessage message(String topic, String payload, Instant receivedAt) {
        return new BrokerMessage(topic, payload.getBytes(StandardCharsets.UTF_8), receivedAt);
    }

    private static ConnectionEvent.Builder draft() {
        return ConnectionEvent.newBuilder().setType(EventType.DISCONNECTED).setClientId("d1");
    }
}
