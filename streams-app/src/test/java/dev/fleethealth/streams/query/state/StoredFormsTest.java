package dev.fleethealth.streams.query.state;

import static dev.fleethealth.streams.query.DeviceStory.START;
import static dev.fleethealth.streams.query.DeviceStory.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.query.timeline.Replay;
import dev.fleethealth.streams.session.EventTime;
import dev.fleethealth.streams.session.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredFormsTest {

    @Test
    void shouldReadADeviceAsItWasWritten() {
        // Given
        Session before = new Replay(Map.of())
                .after(
                        Session.NEVER_SEEN,
                        story().connected(0, "c0")
                                .disconnected(5, "c0", Category.KEEPALIVE_TIMEOUT)
                                .connected(7, "c1")
                                .events());
        KnownDevice device = new KnownDevice(
                new DeviceKey("fleet\u0000a", "dev\u001f1", ""),
                DeviceState.NEVER_SEEN,
                new Trail(7, START, START.minusSeconds(9), before),
                Category.KEEPALIVE_TIMEOUT,
                "tdmq",
                null,
                "10.0.0.1");
        // When
        KnownDevice read = KnownDeviceForm.read(KnownDeviceForm.write(device));
        // Then
        assertThat(read).isEqualTo(device);
    }

    @Test
    void shouldReadAMinuteAsItWasWritten() {
        // Given
        Minute minute = Minute.NOTHING
                .connected()
                .connected()
                .ended(Category.NORMAL)
                .refused(Category.BAD_CREDENTIALS)
                .refused(Category.BAD_CREDENTIALS)
                .withOnline(3);
        // When
        Minute read = MinuteForm.read(MinuteForm.write(minute));
        // Then
        assertThat(read).isEqualTo(minute);
        assertThat(read.refusals()).containsExactly(Map.entry(Category.BAD_CREDENTIALS, 2L));
    }

    @Test
    void shouldKeepAnEventSmallAndItsTextsDifferentWhenTheyAreHuge() {
        // Given
        String huge = "y".repeat(100_000);
        Map<String, String> attributes =
                IntStream.range(0, 500).boxed().collect(Collectors.toMap(i -> "key-" + i, i -> huge));
        List<ConnectionEvent> events = story().add(EventType.CONNECTED, 0, event -> event.setConnectionId(huge + 1)
                        .setAttributes(attributes))
                .add(EventType.CONNECTED, 1, event -> event.setConnectionId(huge + 2))
                .events();
        // When
        List<ConnectionEvent> kept = events.stream()
                .map(event -> KeptEvent.of(event, EventTime.of(event, START)))
                .toList();
        // Then
        assertThat(RecordBytes.of(kept.get(0))).hasSizeLessThan(100_000);
        assertThat(kept.get(0).getConnectionId()).isNotEqualTo(kept.get(1).getConnectionId());
        assertThat(RecordBytes.event(RecordBytes.of(kept.get(0)))).isEqualTo(kept.get(0));
    }

    @Test
    void shouldSayByHowMuchATimeWasCorrected() {
        // Given
        ConnectionEvent future = story().add(
                        EventType.CONNECTED, 0, event -> event.setOccurredAt(START.plusSeconds(7_200)))
                .events()
                .get(0);
        // When
        ConnectionEvent kept = KeptEvent.of(future, EventTime.of(future, START));
        // Then
        assertThat(kept.getOccurredAt()).isEqualTo(START);
        assertThat(kept.getAttributes()).containsEntry("clockSkewMillis", "7200000");
    }
}
