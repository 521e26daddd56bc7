package dev.fleethealth.streams.query.timeline;

import static dev.fleethealth.streams.query.DeviceStory.at;
import static dev.fleethealth.streams.query.DeviceStory.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final Replay replay = new Replay(Map.of());

    @Test
    void shouldShowEachConnectionWithItsEnd() {
        // When
        List<DeviceConnection> connections = of(story().connected(0, "c0")
                .saying("keepalive_timeout")
                .disconnected(90, "c0", Category.KEEPALIVE_TIMEOUT)
                .connected(95, "c1")
                .subscribed(96, "c1")
                .events());
        // Then
        assertThat(connections)
                .extracting(
                        DeviceConnection::from,
                        DeviceConnection::to,
                        DeviceConnection::category,
                        DeviceConnection::rawReason,
                        DeviceConnection::subscribed)
                .containsExactly(
                        tuple(at(0), at(90), Category.KEEPALIVE_TIMEOUT, "keepalive_timeout", false),
                        tuple(at(95), null, null, null, true));
    }

    @Test
    void shouldDeriveATakeoverWhenTheSourceReportsALoss() {
        // When
        List<DeviceConnection> connections = of(story().connected(0, "c0")
                .connected(60, "c1")
                .disconnected(60.5, "c0", Category.NETWORK_LOST)
                .events());
        // Then
        assertThat(connections.get(0).category()).isEqualTo(Category.SESSION_TAKEN_OVER);
        assertThat(connections.get(0).derived()).isTrue();
        assertThat(connections.get(1).online()).isTrue();
    }

    @Test
    void shouldEndAConnectionWhenTheNextOneIsAllThatIsReported() {
        // When
        List<DeviceConnection> connections = of(story().connected(0, "c0")
                .connected(60, "c1")
                .connected(120, "c2")
                .disconnected(180, "c2", Category.NORMAL)
                .events());
        // Then
        assertThat(connections)
                .extracting(DeviceConnection::from, DeviceConnection::to, DeviceConnection::category)
                .containsExactly(
                        tuple(at(0), at(60), null),
                        tuple(at(60), at(120), null),
                        tuple(at(120), at(180), Category.NORMAL));
    }

    @Test
    void shouldBeginAConnectionWhereItsEndSaysSoWhenItsOpeningWasNotSeen() {
        // When
        List<DeviceConnection> connections =
                of(story().add(EventType.DISCONNECTED, 600, event -> event.setCategory(Category.NORMAL)
                                .setConnectedAt(at(30)))
                        .events());
        // Then
        assertThat(connections)
                .extracting(DeviceConnection::from, DeviceConnection::to)
                .containsExactly(tuple(at(30), at(600)));
    }

    @Test
    void shouldGoOnFromWhatWasDropped() {
        // Given
        List<ConnectionEvent> events =
                story().connected(0, "c0").subscribed(1, "c0").events();
        Session before = replay.after(Session.NEVER_SEEN, events.subList(0, 1));
        // When
        Past past = new Past(before, at(0), events.subList(1, 2));
        List<DeviceConnection> connections = Connections.of(past, replay.of(past));
        // Then
        assertThat(connections)
                .singleElement()
                .satisfies(connection -> assertThat(connection.from()).isEqualTo(at(0)))
                .satisfies(connection -> assertThat(connection.subscribed()).isTrue());
    }

    @Test
    void shouldNotCareForTheOrderOfArrival() {
        // Given
        List<ConnectionEvent> events = new ArrayList<>(story().connected(0, "c0")
                .connected(10, "c1")
                .disconnected(10.2, "c0", Category.UNKNOWN)
                .disconnected(70, "c1", Category.KEEPALIVE_TIMEOUT)
                .connected(75, "c2")
                .events());
        List<DeviceConnection> expected = of(events);
        // When
        Collections.shuffle(events, new Random(4117));
        // Then
        assertThat(of(events)).isEqualTo(expected);
    }

    private List<DeviceConnection> of(List<ConnectionEvent> events) {
        Past past = Past.of(events);
        return Connections.of(past, replay.of(past));
    }
}
