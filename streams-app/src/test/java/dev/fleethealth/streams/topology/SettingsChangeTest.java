package dev.fleethealth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.fleet.Baseline;
import dev.fleethealth.streams.policy.IgnoreList;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of stored state when the program is started again with other settings. */
class SettingsChangeTest {
    private static final String DEFAULTS = "{}";

    @TempDir
    private Path stateDirectory;

    @TempDir
    private Path configDirectory;

    private final Serde<ConnectionEvent> events = TestSerdes.events();
    private final Serde<Alert> alerts = TestSerdes.alerts();
    private final List<Alert> emitted = new ArrayList<>();
    private final Map<String, Long> online = new HashMap<>();
    private final List<IgnoreList.Reason> ignored = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private int ids;
    private TopologyTestDriver driver;
    private TestInputTopic<String, ConnectionEvent> in;
    private TestOutputTopic<String, Alert> out;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldResolveWhatIsOpenAndSaySoWhenItsDetectorIsSwitchedOff() throws IOException {
        // Given
        start(DEFAULTS);
        connectAll(40);
        pass(Duration.ofMinutes(2));
        storm(30);
        takeOver("d1", 6);
        assertThat(detectorsOf(AlertState.OPEN)).containsExactlyInAnyOrder("reconnection-storm", "takeover-loop");

        // When
        restart("""
                detectors: {takeover-loop: {enabled: false}}
                fleets: [{match: fleet-a, detectors: {reconnection-storm: {enabled: false}}}]
                """);
        pass(Duration.ofSeconds(5));

        // Then
        assertThat(detectorsOf(AlertState.RESOLVED)).containsExactlyInAnyOrder("reconnection-storm", "takeover-loop");
        assertThat(emitted)
                .filteredOn(alert -> alert.getState() == AlertState.RESOLVED)
                .allSatisfy(alert -> assertThat(alert.getEvidence())
                        .containsEntry("resolvedBecause", "the detector was switched off for this fleet"));

        // When: it happens again
        storm(30);
        takeOver("d1", 9);

        // Then
        assertThat(detectorsOf(AlertState.OPEN)).hasSize(2);
    }

    @Test
    void shouldGoOnWithWhatIsUsualWhenNothingChanged() throws IOException {
        // Given
        start(DEFAULTS);
        learn();
        double learned = baseline().weighted();
        assertThat(learned).isPositive();

        // When
        restart(DEFAULTS);

        // Then
        assertThat(baseline().weighted()).isEqualTo(learned);
    }

    @Test
    void shouldLearnAnewWhatIsUsualWhenTheWindowChanged() throws IOException {
        // Given
        start(DEFAULTS);
        learn();

        // When
        restart("detectors: {reconnection-storm: {window: 2m}}");
        assertThat(baseline()).isNull();
        learn();

        // Then
        assertThat(baseline().learnedFor()).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(15));
    }

    @Test
    void shouldForgetWhatWasUsualWhileTheDetectorIsOff() throws IOException {
        // Given
        start(DEFAULTS);
        learn();

        // When
        restart("detectors: {reconnection-storm: {enabled: false}}");
        learn();

        // Then
        assertThat(baseline()).isNull();
    }

    @Test
    void shouldJudgeWhatIsOpenByTheNewThreshold() throws IOException {
        // Given
        start(DEFAULTS);
        connectAll(40);
        pass(Duration.ofMinutes(2));
        storm(19);
        assertThat(emitted).isEmpty();

        // When: a lower threshold, which the twentieth device reaches
        restart("fleets: [{match: /fleet-./, detectors: {reconnection-storm: {devices: 10}}}]");
        reconnect("d30");

        // Then
        assertThat(emitted).extracting(Alert::getThreshold).containsExactly(10.0);
        assertThat(emitted).extracting(Alert::getDeviceCount).containsExactly(20L);
    }

    @Test
    void shouldCountNoLongerWhatIsIgnoredNow() throws IOException {
        // Given
        start(DEFAULTS);
        connectAll(3);
        connect("lb-1");
        pass(Duration.ofSeconds(2));
        assertThat(online).containsEntry("fleet-a", 4L);

        // When
        restart("ignore: {client-ids: [\"lb-*\"]}");
        disconnect("lb-1", Category.NETWORK_LOST);
        disconnect("d1", Category.NORMAL);
        pass(Duration.ofSeconds(2));

        // Then
        assertThat(online).containsEntry("fleet-a", 2L);
        assertThat(ignored).containsExactly(IgnoreList.Reason.CLIENT_ID);
    }

    private void learn() {
        connectAll(5);
        for (int minute = 0; minute < 15; minute++) {
            reconnect("d1");
            pass(Duration.ofMinutes(1));
        }
    }

    private Baseline baseline() {
        return driver.<String, Baseline>getKeyValueStore(TopologyNames.BASELINES)
                .get("fleet-a" + ConnectionEventKey.SEPARATOR + "reconnection-storm");
    }

    private List<String> detectorsOf(AlertState state) {
        return emitted.stream()
                .filter(alert -> alert.getState() == state)
                .map(Alert::getDetector)
                .toList();
    }

    /** The driver deletes its state when it is closed, so it goes on with a copy. */
    private void restart(String yaml) throws IOException {
        flushStores();
        Path copy = configDirectory.resolve("state-" + ids);
        copyTree(stateDirectory, copy);
        driver.close();
        stateDirectory = copy;
        start(yaml);
    }

    @SuppressWarnings("deprecation") // the stores' own way to flush needs offsets, which the driver keeps to itself
    private void flushStores() {
        driver.getAllStateStores().values().forEach(StateStore::flush);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private void start(String yaml) throws IOException {
        Path file = Files.writeString(configDirectory.resolve("streams.yaml"), yaml);
        DetectionSettings detection =
                ProgramConfiguration.load(Optional.of(file)).detection();
        driver = new TopologyTestDriver(
                FleetHealthTopology.build(new TopologySettings(
                        "in", "out", events, alerts, detection, StateStoreKind.ROCKSDB, listener())),
                properties(),
                now);
        in = driver.createInputTopic("in", new StringSerializer(), events.serializer());
        out = driver.createOutputTopic("out", new StringDeserializer(), alerts.deserializer());
    }

    /** Only two of its methods matter here. */
    private TopologyListener listener() {
        return (TopologyListener) Proxy.newProxyInstance(
                TopologyListener.class.getClassLoader(),
                new Class<?>[] {TopologyListener.class},
                (proxy, method, told) -> {
                    if (method.getName().equals("fleetMeasured")) {
                        online.put((String) told[0], (Long) told[1]);
                    } else if (method.getName().equals("eventIgnored")) {
                        ignored.add((IgnoreList.Reason) told[0]);
                    }
                    return null;
                });
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return properties;
    }

    private void connectAll(int devices) {
        for (int device = 1; device <= devices; device++) {
            connect("d" + device);
        }
    }

    private void storm(int devices) {
        for (int device = 1; device <= devices; device++) {
            reconnect("d" + device);
        }
    }

    private void takeOver(String device, int times) {
        for (int i = 0; i < times; i++) {
            disconnect(device, Category.SESSION_TAKEN_OVER);
            connect(device);
            pass(Duration.ofSeconds(1));
        }
    }

    private void reconnect(String device) {
        disconnect(device, Category.NETWORK_LOST);
        connect(device);
        pass(Duration.ofMillis(500));
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
        emitted.addAll(out.readValuesToList());
    }

    private void pass(Duration length) {
        Instant end = now.plus(length);
        while (now.isBefore(end)) {
            Duration rest = Duration.between(now, end);
            Duration step = rest.compareTo(Duration.ofSeconds(1)) < 0 ? rest : Duration.ofSeconds(1);
            driver.advanceWallClockTime(step);
            now = now.plus(step);
        }
        emitted.addAll(out.readValuesToList());
    }
}
