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
import dev.fleethealth.streams.fleet.FleetSignal;
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
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of stored state when the program is started again, with other settings or the same. */
class SettingsChangeTest {
    private static final String DEFAULTS = "{}";

    @TempDir
    private Path directory;

    private final List<StateStore> deviceStores = opened(new Stores(StateStoreKind.MEMORY, true).ofDeviceStage());
    private final List<StateStore> fleetStores = opened(new Stores(StateStoreKind.MEMORY, true).ofFleetStage());
    private final List<Alert> emitted = new ArrayList<>();
    private final Map<String, Long> online = new HashMap<>();
    private final List<IgnoreList.Reason> ignored = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private int ids;
    private MockProcessorContext<String, FleetSignal> ofDevices;
    private MockProcessorContext<String, Alert> ofFleets;
    private DeviceStage devices;
    private FleetStage fleets;

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
        start("""
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
        assertThat(detectorsOf(AlertState.OPEN)).containsOnlyOnce("reconnection-storm", "takeover-loop");
    }

    @Test
    void shouldGoOnWithWhatIsUsualWhenNothingChanged() throws IOException {
        // Given
        start(DEFAULTS);
        learn();
        double learned = baseline().weighted();
        assertThat(learned).isPositive();

        // When
        start(DEFAULTS);

        // Then
        assertThat(baseline().weighted()).isEqualTo(learned);
    }

    @Test
    void shouldLearnAnewWhatIsUsualWhenTheWindowChanged() throws IOException {
        // Given
        start(DEFAULTS);
        learn();

        // When
        start("detectors: {reconnection-storm: {window: 2m}}");
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
        start("detectors: {reconnection-storm: {enabled: false}}");
        learn();

        // Then
        assertThat(baseline()).isNull();
    }

    @Test
    void shouldJudgeWhatWasCountedBeforeByTheNewThreshold() throws IOException {
        // Given
        start(DEFAULTS);
        connectAll(40);
        pass(Duration.ofMinutes(2));
        storm(19);
        assertThat(emitted).isEmpty();

        // When: a lower threshold, which the nineteen have reached long since
        start("fleets: [{match: /fleet-./, detectors: {reconnection-storm: {devices: 10}}}]");
        pass(Duration.ofSeconds(1));

        // Then
        assertThat(emitted).extracting(Alert::getThreshold).containsExactly(10.0);
        assertThat(emitted).extracting(Alert::getDeviceCount).containsExactly(19L);
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
        start("ignore: {client-ids: [\"lb-*\"]}");
        disconnect("lb-1", Category.NETWORK_LOST);
        disconnect("d1", Category.NORMAL);
        pass(Duration.ofSeconds(2));

        // Then
        assertThat(online).containsEntry("fleet-a", 2L);
        assertThat(ignored).containsExactly(IgnoreList.Reason.CLIENT_ID);
    }

    @Test
    void shouldForgetDevicesAfterADayWhenItWasStartedAgainMeanwhile() throws IOException {
        // Given
        start(DEFAULTS);
        connectAll(10);
        for (int device = 1; device <= 10; device++) {
            disconnect("d" + device, Category.NORMAL);
        }
        now = now.plus(Duration.ofHours(12));
        pass(Duration.ofMinutes(1));

        // When
        start(DEFAULTS);
        assertThat(devicesKept()).isEqualTo(10);
        connect("other");
        now = now.plus(Duration.ofHours(13));
        pass(Duration.ofMinutes(1));

        // Then
        assertThat(devicesKept()).isEqualTo(1);
        assertThat(online).containsEntry("fleet-a", 1L);
    }

    private long devicesKept() {
        KeyValueStore<?, ?> kept = ofDevices.getStateStore(TopologyNames.DEVICES);
        return kept.approximateNumEntries();
    }

    private void learn() {
        connectAll(5);
        for (int minute = 0; minute < 15; minute++) {
            reconnect("d1");
            pass(Duration.ofMinutes(1));
        }
    }

    private Baseline baseline() {
        KeyValueStore<String, Baseline> baselines = ofFleets.getStateStore(TopologyNames.BASELINES);
        return baselines.get("fleet-a" + ConnectionEventKey.SEPARATOR + "reconnection-storm");
    }

    private List<String> detectorsOf(AlertState state) {
        return emitted.stream()
                .filter(alert -> alert.getState() == state)
                .map(Alert::getDetector)
                .toList();
    }

    /** The driver of Kafka Streams deletes its state when it is closed, so a restart needs stores of its own. */
    private static List<StateStore> opened(Set<StoreBuilder<?>> builders) {
        List<StateStore> stores = new ArrayList<>();
        for (StoreBuilder<?> builder : builders) {
            StateStore store = builder.withLoggingDisabled().build();
            store.init(new MockProcessorContext<>().getStateStoreContext(), store);
            stores.add(store);
        }
        return stores;
    }

    /** Starts the stages on the stores as they are, which is what a restart does. */
    private void start(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("streams.yaml"), yaml);
        TopologySettings settings = new TopologySettings(
                "in",
                "out",
                TestSerdes.events(),
                TestSerdes.alerts(),
                ProgramConfiguration.load(Optional.of(file)).detection(),
                StateStoreKind.MEMORY,
                listener());
        ofDevices = context(deviceStores);
        ofFleets = context(fleetStores);
        devices = new DeviceStage(settings, ofDevices);
        fleets = new FleetStage(settings, ofFleets);
        devices.start();
        fleets.start();
    }

    private <V> MockProcessorContext<String, V> context(List<StateStore> stores) {
        MockProcessorContext<String, V> context = new MockProcessorContext<>();
        stores.forEach(context::addStateStore);
        context.setCurrentSystemTimeMs(now.toEpochMilli());
        return context;
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
        devices.process(event);
        handOver();
    }

    private void handOver() {
        List<Record<String, FleetSignal>> signals = new ArrayList<>();
        ofDevices
                .forwarded()
                .forEach(forward -> signals.add(new Record<>(
                        forward.record().key(),
                        forward.record().value(),
                        forward.record().timestamp())));
        ofDevices.resetForwards();
        signals.forEach(signal -> fleets.process(signal.key(), signal.value()));
        ofFleets.forwarded().forEach(forward -> emitted.add(forward.record().value()));
        ofFleets.resetForwards();
    }

    private void pass(Duration length) {
        Instant end = now.plus(length);
        while (now.isBefore(end)) {
            now = now.plusMillis(500);
            punctuate(ofDevices);
            handOver();
            punctuate(ofFleets);
            handOver();
        }
    }

    private void punctuate(MockProcessorContext<?, ?> context) {
        context.setCurrentSystemTimeMs(now.toEpochMilli());
        context.scheduledPunctuators().forEach(each -> each.getPunctuator().punctuate(now.toEpochMilli()));
    }
}
