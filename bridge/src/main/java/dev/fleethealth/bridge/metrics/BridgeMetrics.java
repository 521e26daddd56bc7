package dev.fleethealth.bridge.metrics;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The bridge's metrics. Labels come from the configuration and from closed sets, never from a device. */
public final class BridgeMetrics {
    private static final Duration[] PUBLISH_BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(300)
    };

    private final MeterRegistry registry;
    private final Timer publish;
    private final Map<String, List<Counter>> messages = new ConcurrentHashMap<>();
    private final UnknownReasons unknownReasons;

    public BridgeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.unknownReasons = new UnknownReasons(registry);
        this.publish = Timer.builder(MetricNames.PUBLISH)
                .description("Time from the receipt of a message until Kafka has acknowledged it")
                .serviceLevelObjectives(PUBLISH_BUCKETS)
                .register(registry);
    }

    /** Shows how many messages are in flight, and for how long the oldest has been, in seconds. */
    public void showInFlight(Supplier<Number> count, Supplier<Number> oldestSeconds) {
        Gauge.builder(MetricNames.IN_FLIGHT, count)
                .description("Messages received and not yet acknowledged to the broker")
                .register(registry);
        Gauge.builder(MetricNames.OLDEST, oldestSeconds)
                .description("Age of the oldest message that is not acknowledged")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Shows how many sources are connected and subscribed. */
    public void showConnected(Supplier<Number> count) {
        Gauge.builder(MetricNames.MQTT_CONNECTED, count)
                .description("Sources that are connected to their broker and subscribed")
                .register(registry);
    }

    /** Shows the counters of a dialect from the start, at zero. */
    public void showDialect(String dialect) {
        messages.computeIfAbsent(dialect, this::counters);
    }

    /** Shows the counters of a link to a broker from the start, at zero. */
    public void showLink(String source) {
        disconnects(source);
        sessionsLost(source);
    }

    /** Starts to time a message. */
    public Stopwatch received() {
        Timer.Sample sample = Timer.start(registry);
        return () -> sample.stop(publish);
    }

    /** Counts a message whose end is known; what was ignored never went to Kafka and isn't timed. */
    public void handled(String dialect, Result result, Stopwatch stopwatch) {
        if (result != Result.IGNORED) {
            stopwatch.stop();
        }
        counted(dialect, result);
    }

    /** Counts a message that was not timed. */
    public void counted(String dialect, Result result) {
        messages.computeIfAbsent(dialect, this::counters).get(result.ordinal()).increment();
    }

    /** Counts the event's raw reason when no dialect table knows it, so that the tables can be completed. */
    public void countUnknownReason(String dialect, ConnectionEvent event) {
        if (event.getCategory() == Category.UNKNOWN) {
            unknownReasons.count(dialect, event);
        }
    }

    /** Counts an end of a connection that the bridge did not ask for, or a failed try to connect. */
    public void disconnected(String source) {
        disconnects(source).increment();
    }

    /** Counts a session that the broker did not keep: messages may be missing. */
    public void sessionLost(String source) {
        sessionsLost(source).increment();
    }

    /** Counts an answer to a sender. */
    public void httpAnswered(String source, int status) {
        Counter.builder(MetricNames.HTTP_REQUESTS)
                .description("Requests answered, by status")
                .tag(MetricNames.SOURCE, source)
                .tag(MetricNames.STATUS, Integer.toString(status))
                .register(registry)
                .increment();
    }

    /** Shows how many bytes of a source's files are not safe on Kafka yet. */
    public void showFileBehind(String source, Supplier<Number> bytes) {
        Gauge.builder(MetricNames.FILE_BEHIND, bytes)
                .description("Bytes in the followed files that are not safe on Kafka yet")
                .baseUnit("bytes")
                .tag(MetricNames.SOURCE, source)
                .register(registry);
    }

    private Counter disconnects(String source) {
        return Counter.builder(MetricNames.MQTT_DISCONNECTS)
                .description("Ends of connections to brokers and failed tries to connect")
                .tag(MetricNames.SOURCE, source)
                .register(registry);
    }

    private Counter sessionsLost(String source) {
        return Counter.builder(MetricNames.MQTT_SESSIONS_LOST)
                .description("Sessions that the broker had lost when the bridge came back")
                .tag(MetricNames.SOURCE, source)
                .register(registry);
    }

    /** One counter for each result, in the order of the results. */
    private List<Counter> counters(String dialect) {
        return Arrays.stream(Result.values())
                .map(result -> Counter.builder(MetricNames.MESSAGES)
                        .description("Broker messages handled, by what became of them")
                        .tag(MetricNames.DIALECT, dialect)
                        .tag(MetricNames.RESULT, result.label())
                        .register(registry))
                .toList();
    }

    /** Measures how long one message takes. */
    @FunctionalInterface
    public interface Stopwatch {
        void stop();
    }
}
