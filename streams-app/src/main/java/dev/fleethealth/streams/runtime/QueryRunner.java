package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.policy.FleetPolicy;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.cluster.ClusterQueries;
import dev.fleethealth.streams.query.cluster.KafkaRouting;
import dev.fleethealth.streams.query.cluster.KafkaStores;
import dev.fleethealth.streams.query.cluster.LocalPart;
import dev.fleethealth.streams.query.cluster.Part;
import dev.fleethealth.streams.query.cluster.RemotePart;
import dev.fleethealth.streams.query.diagnosis.Diagnoser;
import dev.fleethealth.streams.query.timeline.Replay;
import dev.fleethealth.streams.query.topology.QueryTopology;
import dev.fleethealth.streams.query.topology.QueryTopologySettings;
import dev.fleethealth.streams.session.SessionTracker;
import dev.fleethealth.streams.topology.DetectionSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Runs what can be asked, as an application of its own beside detection, so that looking neither slows nor endangers it.
 */
public final class QueryRunner implements AutoCloseable {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(1);
    private static final int THREADS_THAT_ASK = 16;

    /** Little, for detection is closed after it, and can do less without an order than what is only looked at. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final ProgramConfiguration configuration;
    private final QueryPlace self;
    private final StreamsHost host;
    private final ExecutorService asking = Executors.newFixedThreadPool(THREADS_THAT_ASK, QueryRunner::thread);
    private final Part part;
    private final FleetQueries queries;

    /**
     * Prepares it; nothing is asked of Kafka yet.
     *
     * @param pause waits; it tells when the program is to stop
     * @param end called once when it cannot go on, from a thread that must not be held
     */
    public QueryRunner(
            ProgramConfiguration configuration,
            ValueSerdes serdes,
            QueryPlace self,
            MeterRegistry metrics,
            Pause pause,
            Consumer<Throwable> end) {
        this.configuration = configuration;
        this.self = self;
        this.host = new StreamsHost("query-", LONGEST_CLOSE, settings(), serdes, metrics, pause, end);
        DeviceHistory history = new DeviceHistory(
                List.of(),
                new SessionTracker(detection().sources()),
                detection().grace());
        KafkaStores stores = new KafkaStores(
                host::current, settings().topics().events(), settings().topics().alerts());
        this.part = new LocalPart(stores, history);
        this.queries = new ClusterQueries(
                new KafkaRouting(host::current, new HostInfo(self.host(), self.port()), part, remoteParts()),
                asking,
                history,
                new Replay(detection().sources()),
                new Diagnoser(new Replay(detection().sources()), AdviceBook.load(), this::isMaintained),
                InstantSource.system());
    }

    /** Without these the process should be restarted. */
    public List<HealthCheck> live() {
        return host.live();
    }

    /** Without these nothing can be asked for now. */
    public List<HealthCheck> ready() {
        return host.ready();
    }

    /** All that can be asked of all instances. */
    public FleetQueries queries() {
        return queries;
    }

    /** What this instance holds, for the others. */
    public Part part() {
        return part;
    }

    /**
     * Waits for Kafka and the registry, then starts.
     *
     * @return false when the program is to stop before that
     */
    public boolean start() throws InterruptedException {
        if (!host.await(NeededTopics.of(settings().topics()))) {
            return false;
        }
        host.start(
                QueryTopology.build(new QueryTopologySettings(
                        settings().topics().events(),
                        settings().topics().alerts(),
                        host.patientEvents(),
                        host.patientAlerts(),
                        detection().grace(),
                        detection().deduplication(),
                        detection().sources(),
                        detection().policy().ignored(),
                        settings().state().store())),
                StreamsProperties.ofQueries(settings(), self));
        return true;
    }

    @Override
    public void close() {
        host.close();
        asking.shutdownNow();
    }

    private Function<HostInfo, Part> remoteParts() {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST_CONNECT);
        self.tls().ifPresent(client::sslContext);
        HttpClient built = client.build();
        String scheme = self.tls().isPresent() ? "https" : "http";
        return other -> new RemotePart(
                built, URI.create(scheme + "://" + bracketed(other.host()) + ":" + other.port()), self.token());
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private boolean isMaintained(String fleet, Instant at) {
        FleetPolicy policy = detection().policy().of(fleet);
        return policy.detectors().stream()
                .anyMatch(detector -> policy.maintenanceOf(detector.id()).isOn(at));
    }

    private DetectionSettings detection() {
        return configuration.detection();
    }

    private StreamsConfiguration settings() {
        return configuration.settings();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "query-gathering");
        thread.setDaemon(true);
        return thread;
    }
}
