package dev.fleethealth.streams.query.topology;

import static dev.fleethealth.streams.query.DeviceStory.DEVICE;
import static dev.fleethealth.streams.query.DeviceStory.FLEET;
import static dev.fleethealth.streams.query.DeviceStory.START;
import static dev.fleethealth.streams.query.DeviceStory.at;
import static dev.fleethealth.streams.query.DeviceStory.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.DeviceStory;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import dev.fleethealth.streams.query.cluster.LocalPart;
import dev.fleethealth.streams.query.cluster.Part;
import dev.fleethealth.streams.query.cluster.QueryBench;
import dev.fleethealth.streams.query.cluster.Routing;
import dev.fleethealth.streams.query.state.StoreNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTopologyTest {
    private static final TimeSpan EVER =
            new TimeSpan(START.minus(Duration.ofDays(20)), START.plus(Duration.ofDays(60)));

    private final QueryBench bench = QueryBench.of(1);
    private final LocalPart part = bench.part();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldKeepEventsInTheOrderOfTheirTimesWhenTheyComeInAnother() {
        // Given
        List<ConnectionEvent> events = story().connected(0, "c0")
                .disconnected(5, "c0", Category.KEEPALIVE_TIMEOUT)
                .connected(7, "c1")
                .subscribed(8, "c1")
                .events();
        List<ConnectionEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(3));
        // When
        bench.take(0, shuffled).wait(Duration.ofSeconds(2));
        // Then
        assertThat(timeline().events()).isEqualTo(events);
        assertThat(timeline().connections()).hasSize(2);
        assertThat(timeline().complete()).isFalse();
        assertThat(timeline(new TimeSpan(at(0), at(60))).complete()).isTrue();
        assertThat(device().online()).isTrue();
        assertThat(device().since()).isEqualTo(at(7));
        assertThat(device().lastCategory()).isEqualTo(Category.KEEPALIVE_TIMEOUT);
    }

    @Test
    void shouldCountAnEventOnceWhenItComesAgain() {
        // Given
        List<ConnectionEvent> events = story().connected(0, "c0")
                .disconnected(5, "c0", Category.KEEPALIVE_TIMEOUT)
                .events();
        ConnectionEvent withAnotherTime = ConnectionEvent.newBuilder(events.get(1))
                .setOccurredAt(at(6))
                .setReceivedAt(at(6))
                .build();
        // When
        bench.take(0, events).take(0, events).take(0, List.of(withAnotherTime)).wait(Duration.ofSeconds(2));
        // Then
        assertThat(timeline().events()).hasSize(2);
        assertThat(minute(0).connects()).isEqualTo(1);
        assertThat(minute(0).categories()).containsExactly(Map.entry(Category.KEEPALIVE_TIMEOUT, 1L));
    }

    @Test
    void shouldDeriveCategoriesAsDetectionDoes() {
        // When
        bench.take(
                0,
                story().connected(0, "c0")
                        .connected(30, "c1")
                        .disconnected(30.5, "c0", Category.NETWORK_LOST)
                        .events());
        bench.wait(Duration.ofSeconds(2));
        // Then
        assertThat(device().lastCategory()).isEqualTo(Category.SESSION_TAKEN_OVER);
        assertThat(minute(0).categories()).containsOnlyKeys(Category.SESSION_TAKEN_OVER);
        assertThat(minute(0).online()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheLastTwoHundredEvents() {
        // Given
        DeviceStory story = story().connected(0, "c0");
        for (int i = 1; i <= 1_000; i++) {
            story.subscribed(i, "c0");
        }
        // When
        bench.take(0, story.events());
        // Then
        assertThat(timeline().events()).hasSize(200);
        assertThat(timeline().events().get(199).getOccurredAt()).isEqualTo(at(1_000));
        assertThat(bench.sizeOf(0, StoreNames.TIMELINE)).isBetween(200, 220);
        assertThat(timeline().connections()).singleElement().satisfies(connection -> assertThat(connection.from())
                .isEqualTo(at(0)));
        assertThat(timeline(new TimeSpan(at(0), at(2_000))).complete()).isFalse();
        assertThat(timeline(new TimeSpan(at(900), at(2_000))).complete()).isTrue();
    }

    @Test
    void shouldNotTakeBackWhatWasDroppedHoweverLongAgoItWasSeen() {
        // Given
        DeviceStory story = story();
        for (int i = 0; i < 300; i++) {
            story.connected(10 * i, "c" + i).disconnected(10 * i + 5, "c" + i, Category.NORMAL);
        }
        bench.take(0, story.events()).wait(Duration.ofSeconds(2));
        List<ConnectionEvent> kept = timeline().events();
        ActivityStep first = minute(0);
        // When
        bench.take(0, story.events().subList(0, 12)).wait(Duration.ofSeconds(2));
        // Then
        assertThat(first.categories()).containsExactly(Map.entry(Category.NORMAL, 6L));
        assertThat(minute(0)).isEqualTo(first);
        assertThat(timeline().events()).isEqualTo(kept).hasSize(200);
    }

    @Test
    void shouldForgetEventsAfterSevenDaysAndKeepWhatTheyLeft() {
        // Given
        bench.take(0, story().connected(0, "c0").events());
        // When
        for (int day = 0; day < 8; day++) {
            bench.wait(Duration.ofDays(1));
        }
        // Then
        assertThat(timeline().events()).isEmpty();
        assertThat(timeline().connections()).singleElement().satisfies(connection -> assertThat(connection.online())
                .isTrue());
        assertThat(device().online()).isTrue();
        assertThat(bench.sizeOf(0, StoreNames.TIMELINE)).isZero();
        assertThat(minuteAt(START.plus(Duration.ofDays(7).plusHours(20))).online())
                .isEqualTo(1);
    }

    @Test
    void shouldForgetADeviceThatIsOfflineForSevenDays() {
        // Given
        bench.take(
                0,
                story().connected(0, "c0")
                        .disconnected(5, "c0", Category.NORMAL)
                        .events());
        bench.wait(Duration.ofSeconds(2));
        assertThat(bench.sizeOf(0, StoreNames.FLEETS)).isEqualTo(1);
        // When
        bench.wait(Duration.ofDays(7).plusMinutes(1)).wait(Duration.ofSeconds(1));
        // Then
        assertThat(queries().device(name())).isInstanceOf(Answer.NotFound.class);
        assertThat(bench.sizeOf(0, StoreNames.DEVICES)).isZero();
        assertThat(bench.sizeOf(0, StoreNames.TIMELINE)).isZero();
        assertThat(bench.sizeOf(0, StoreNames.FLEETS)).isZero();
    }

    @Test
    void shouldForgetMinutesAfterSevenDays() {
        // Given
        DeviceStory story = story();
        for (int i = 0; i < 10; i++) {
            story.connected(120 * i, "c" + i).disconnected(120 * i + 60, "c" + i, Category.NORMAL);
        }
        bench.take(0, story.events()).wait(Duration.ofSeconds(2));
        assertThat(bench.sizeOf(0, StoreNames.ACTIVITY)).isEqualTo(20);
        // When
        bench.wait(Duration.ofDays(8)).wait(Duration.ofSeconds(2));
        // Then
        assertThat(bench.sizeOf(0, StoreNames.ACTIVITY)).isEqualTo(1);
    }

    @Test
    void shouldNotCountAsADeviceWhatHasNoClientId() {
        // When
        bench.take(
                0,
                story().add(EventType.CONNECT_FAILED, 0, event -> event.setClientId(null)
                                .setCategory(Category.TLS_ERROR))
                        .connected(1, "c0")
                        .events());
        bench.wait(Duration.ofSeconds(2));
        // Then
        assertThat(part.fleet(FLEET, at(60)).value().orElseThrow().known()).isEqualTo(1);
        assertThat(minute(0).categories()).containsExactly(Map.entry(Category.TLS_ERROR, 1L));
    }

    @Test
    void shouldKeepHostileNamesApart() {
        // Given
        List<String> names =
                List.of("a", "a\u0000", "a\u001fb", "a\nb", "x".repeat(1 << 20), "x".repeat(1 << 20) + "y");
        // When
        for (String fleet : names) {
            for (String id : names) {
                bench.take(0, DeviceStory.of(fleet, id).connected(0, id).events());
            }
        }
        bench.wait(Duration.ofSeconds(2));
        // Then
        for (String fleet : names) {
            assertThat(part.fleet(fleet, at(60)).value().orElseThrow().known()).isEqualTo(names.size());
            for (String id : names) {
                Timeline timeline = value(queries().timeline(new DeviceName(id, Optional.of(fleet)), EVER));
                assertThat(timeline.device().id()).isEqualTo(id);
                assertThat(timeline.device().fleet()).isEqualTo(fleet);
                assertThat(timeline.events()).hasSize(1);
            }
        }
        assertThat(value(queries()
                                .devices(new DeviceQuery(
                                        "a",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        100)))
                        .items())
                .hasSameSizeAs(names);
    }

    @Test
    void shouldGuardAgainstClocksThatWereNeverSet() {
        // When
        bench.take(
                0,
                story().add(EventType.CONNECTED, 5, event -> event.setOccurredAt(Instant.EPOCH))
                        .add(
                                EventType.SUBSCRIBED,
                                6,
                                event -> event.setOccurredAt(Instant.parse("2106-02-07T00:00:00Z")))
                        .events());
        // Then
        assertThat(timeline().events())
                .extracting(ConnectionEvent::getOccurredAt)
                .containsExactly(at(5), at(6));
    }

    private ActivityStep minute(int minute) {
        return minuteAt(at(60L * minute));
    }

    private ActivityStep minuteAt(Instant start) {
        Duration step = Duration.ofMinutes(1);
        return value(queries().activity(FLEET, new TimeSpan(start, start.plus(step)), step))
                .get(0);
    }

    private Timeline timeline() {
        return timeline(EVER);
    }

    private Timeline timeline(TimeSpan span) {
        return value(queries().timeline(name(), span));
    }

    private Device device() {
        return value(queries().device(name()));
    }

    private static DeviceName name() {
        return new DeviceName(DEVICE, Optional.of(FLEET));
    }

    private FleetQueries queries() {
        return QueryBench.queries(
                new Routing() {
                    @Override
                    public List<Part> parts() {
                        return List.of(part);
                    }

                    @Override
                    public Place placeOf(String fleet, String id) {
                        return new Place(part, 0);
                    }
                },
                at(3_600));
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return ((Answer.Known<T>) answer).value();
    }
}
