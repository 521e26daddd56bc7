package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.backtest.LocalSerdes;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.policy.IgnoreList;
import dev.fleethealth.streams.query.DeviceStory;
import dev.fleethealth.streams.query.diagnosis.Diagnoser;
import dev.fleethealth.streams.query.timeline.Replay;
import dev.fleethealth.streams.query.topology.QueryTopology;
import dev.fleethealth.streams.query.topology.QueryTopologySettings;
import dev.fleethealth.streams.session.SessionTracker;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The query topology of a few partitions without Kafka, and all that can be asked of it. */
public final class QueryBench implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final List<TopologyTestDriver> drivers;
    private final List<TestInputTopic<String, ConnectionEvent>> events;
    private final List<TestInputTopic<String, Alert>> alerts;

    private QueryBench(int partitions) {
        drivers = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopologyTestDriver(
                        QueryTopology.build(settings()), properties("p" + partition), DeviceStory.START))
                .toList();
        events = drivers.stream()
                .map(driver ->
                        driver.createInputTopic("events", new StringSerializer(), LocalSerdes.EVENTS.serializer()))
                .toList();
        alerts = drivers.stream()
                .map(driver ->
                        driver.createInputTopic("alerts", new StringSerializer(), LocalSerdes.ALERTS.serializer()))
                .toList();
    }

    public static QueryBench of(int partitions) {
        return new QueryBench(partitions);
    }

    /** One partition takes in events. */
    public QueryBench take(int partition, List<ConnectionEvent> taken) {
        taken.forEach(
                event -> events.get(partition).pipeInput(ConnectionEventKey.of(event), event, event.getReceivedAt()));
        return this;
    }

    /** One partition takes in alerts. */
    public QueryBench takeAlerts(int partition, Alert... taken) {
        for (Alert alert : taken) {
            alerts.get(partition).pipeInput(alert.getDedupKey(), alert, alert.getUpdatedAt());
        }
        return this;
    }

    /** Time goes by; what the fleets have become can be seen. */
    public QueryBench wait(Duration time) {
        drivers.forEach(driver -> driver.advanceWallClockTime(time));
        return this;
    }

    /** All partitions as one instance. */
    public LocalPart part() {
        return new LocalPart(new DriverStores(drivers), history());
    }

    /** One partition as an instance. */
    public LocalPart part(int partition) {
        return new LocalPart(new DriverStores(drivers.subList(partition, partition + 1)), history());
    }

    /** The stores of all partitions. */
    public LocalStores stores() {
        return new DriverStores(drivers);
    }

    /** Number of entries of a store in one partition. */
    public int sizeOf(int partition, String store) {
        int size = 0;
        try (var all = drivers.get(partition).getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    /** All that can be asked of these instances. */
    public static ClusterQueries queries(Routing routing, Instant now) {
        Replay replay = new Replay(Map.of());
        return new ClusterQueries(
                routing,
                Runnable::run,
                history(),
                replay,
                new Diagnoser(replay, AdviceBook.load(), (fleet, time) -> false),
                () -> now);
    }

    private static DeviceHistory history() {
        return new DeviceHistory(List.of(), new SessionTracker(Map.of()), GRACE);
    }

    private static QueryTopologySettings settings() {
        return new QueryTopologySettings(
                "events",
                "alerts",
                LocalSerdes.EVENTS,
                LocalSerdes.ALERTS,
                GRACE,
                Duration.ofMinutes(10),
                Map.of(),
                IgnoreList.NOTHING,
                StateStoreKind.MEMORY);
    }

    private static Properties properties(String id) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        return properties;
    }

    @Override
    public void close() {
        drivers.forEach(TopologyTestDriver::close);
    }
}
