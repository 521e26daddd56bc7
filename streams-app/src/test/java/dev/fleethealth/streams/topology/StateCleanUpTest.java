package dev.fleethealth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.policy.IgnoreList;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of devices of which nothing is heard any longer. */
class StateCleanUpTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir
    private Path directory;

    private final Map<String, Long> measured = new HashMap<>();
    private final Serde<ConnectionEvent> events = TestSerdes.events();
    private final Serde<Alert> alerts = TestSerdes.alerts();
    private Instant now = START;
    private int ids;
    private TopologyTestDriver driver;
    private TestInputTopic<String, ConnectionEvent> in;
    private TestOutputTopic<String, Alert> out;

    private void start() {
        driver = new TopologyTestDriver(
                FleetHealthTopology.build(new TopologySettings(
                        "in",
                        "out",
                        events,
                        alerts,
                        ProgramConfiguration.load(Optional.empty()).detection(),
                        StateStoreKind.ROCKSDB,
                        new Online())),
                properties(),
                now);
        in = driver.createInputTopic("in", new StringSerializer(), events.serializer());
        out = driver.createOutputTopic("out", new StringDeserializer(), alerts.deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldLeaveNothingBehindWhenTenThousandDevicesAreGoneForADay() {
        // Given: a mass disconnect and a takeover loop among them, so that alerts, floods and baselines are there, too
        start();
        for (int device = 0; device < 10_000; device++) {
            connect("d" + device);
        }
        pass(Duration.ofMinutes(5));
        for (int device = 0; device < 10_000; device++) {
            disconnect("d" + device, device % 2 == 0 ? Category.NETWORK_LOST : Category.NORMAL);
        }
        for (int i = 0; i < 6; i++) {
            pass(Duration.ofSeconds(1));
            disconnect("d1", Category.SESSION_TAKEN_OVER);
            connect("d1");
        }
        disconnect("d1", Category.NORMAL);
        pass(Duration.ofMinutes(10));
        assertThat(entries())
                .allSatisfy((store, count) ->
                        assertThat(count).as(store).isGreaterThan(store.equals(TopologyNames.DEVICE_ALERTS) ? -1 : 0));
        assertThat(measured).containsOnlyKeys("fleet-a");

        // When
        pass(Duration.ofHours(25));

        // Then
        assertThat(entries())
                .allSatisfy((store, count) -> assertThat(count).as(store).isZero());
        assertThat(measured).isEmpty();
        assertThat(out.readValuesToList())
                .extracting(Alert::getState)
                .filteredOn(AlertState.OPEN::equals)
                .hasSize(2);
    }

    @Test
    void shouldTakeADeviceForNewWhenItComesBackAfterADay() {
        // Given: 100 devices that lost their connections
        start();
        lose(100);

        // When: they come back together after 25 h, while another device keeps time going
        for (int hour = 0; hour < 25; hour++) {
            advance(Duration.ofHours(1));
            connect("clock");
        }
        connectAll(100);

        // Then
        assertThat(out.readValuesToList()).extracting(Alert::getDetector).doesNotContain("reconnection-storm");
    }

    @Test
    void shouldTakeADeviceForNewWhenItComesBackBeforeItIsCleanedUp() {
        // Given: more devices than are cleaned up by time, and again with the first event
        start();
        int all = 2 * DeviceStage.MOST_LOOKED_AT + 5_000;
        lose(all);

        // When
        advance(Duration.ofHours(25));
        assertThat(entries()).containsEntry(TopologyNames.DEVICES, DeviceStage.MOST_LOOKED_AT + 5_000L);
        connectAll(all);

        // Then
        assertThat(measured).containsEntry("fleet-a", (long) all);
        assertThat(out.readValuesToList()).extracting(Alert::getDetector).doesNotContain("reconnection-storm");
    }

    @Test
    void shouldKnowADeviceWhenItComesBackWithinADay() {
        // Given
        start();
        lose(100);

        // When
        advance(Duration.ofHours(23));
        connectAll(100);

        // Then
        assertThat(out.readValuesToList()).extracting(Alert::getDetector).contains("reconnection-storm");
    }

    @Test
    void shouldStillCountADeviceAsOnlineWhenItsConnectionHasBeenSilentForDays() {
        // Given
        start();
        connect("silent");
        connect("left");
        disconnect("left", Category.NORMAL);

        // When
        pass(Duration.ofDays(3));

        // Then: it is online, but not in the population
        assertThat(entries()).containsEntry(TopologyNames.DEVICES, 1L);
        assertThat(measured).containsEntry("fleet-a", 1L);

        // When
        pass(Duration.ofDays(28));

        // Then: nobody believes in that connection any longer
        assertThat(entries()).containsEntry(TopologyNames.DEVICES, 0L);
        assertThat(measured).isEmpty();
    }

    private void lose(int devices) {
        for (int device = 0; device < devices; device++) {
            connect("d" + device);
        }
        for (int device = 0; device < devices; device++) {
            disconnect("d" + device, Category.NETWORK_LOST);
        }
    }

    private void connectAll(int devices) {
        for (int device = 0; device < devices; device++) {
            connect("d" + device);
        }
        advance(Duration.ofSeconds(1));
    }

    private void connect(String device) {
        send(event(device, EventType.CONNECTED).build());
    }

    private void disconnect(String device, Category category) {
        send(event(device, EventType.DISCONNECTED).setCategory(category).build());
    }

    private ConnectionEvent.Builder event(String device, EventType type) {
        return ConnectionEvent.newBuilder()
                .setEventId("event-" + ids++)
                .setType(type)
                .setSource("tdmq")
                .setFleet("fleet-a")
                .setClientId(device)
                .setOccurredAt(now)
                .setReceivedAt(now);
    }

    private void send(ConnectionEvent event) {
        in.pipeInput(ConnectionEventKey.of(event), event, now);
    }

    /** Time without events. */
    private void pass(Duration length) {
        Instant end = now.plus(length);
        while (now.isBefore(end)) {
            Duration rest = Duration.between(now, end);
            Duration step = rest.compareTo(QUARTER) < 0 ? rest : QUARTER;
            advance(step);
        }
    }

    private void advance(Duration step) {
        driver.advanceWallClockTime(step);
        now = now.plus(step);
    }

    private Map<String, Long> entries() {
        Map<String, Long> entries = new HashMap<>();
        driver.getAllStateStores().forEach((name, store) -> entries.put(name, count(store)));
        return entries;
    }

    private static long count(StateStore store) {
        long count = 0;
        try (KeyValueIterator<?, ?> each = ((KeyValueStore<?, ?>) store).all()) {
            for (; each.hasNext(); each.next()) {
                count++;
            }
        }
        return count;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return properties;
    }

    /** Devices online, by fleet. */
    private final class Online implements TopologyListener {

        @Override
        public void eventCounted(ConnectionEvent event, Category category) {}

        @Override
        public void duplicateIgnored(ConnectionEvent event) {}

        @Override
        public void eventIgnored(IgnoreList.Reason reason) {}

        @Override
        public void baselineLearned(String fleet, String detector, double usual) {}

        @Override
        public void clockCorrected(ConnectionEvent event) {}

        @Override
        public void fleetMeasured(String fleet, long online, long known) {
            measured.put(fleet, online);
        }

        @Override
        public void fleetLeft(String fleet) {
            measured.remove(fleet);
        }

        @Override
        public void alertEmitted(Alert alert, Duration delay) {}

        @Override
        public void alertFound(Alert alert) {}
    }
}
