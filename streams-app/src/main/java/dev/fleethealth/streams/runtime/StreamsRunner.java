package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.metrics.FleetHealthMetrics;
import dev.fleethealth.streams.topology.FleetHealthTopology;
import dev.fleethealth.streams.topology.TopologyListener;
import dev.fleethealth.streams.topology.TopologySettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.Topology;

/** Runs the topology: waits for what it needs, starts it, tells how it is, and ends it in order. */
public final class StreamsRunner implements AutoCloseable {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(12);

    private final ProgramConfiguration configuration;
    private final ValueSerdes serdes;
    private final TopologyListener listener;
    private final StreamsHost host;

    /**
     * Prepares it; nothing is asked of Kafka yet.
     *
     * @param pause waits; it tells when the program is to stop
     * @param end called once when it cannot go on, from a thread that must not be held
     */
    public StreamsRunner(
            ProgramConfiguration configuration,
            ValueSerdes serdes,
            MeterRegistry metrics,
            Pause pause,
            Consumer<Throwable> end) {
        this.configuration = configuration;
        this.serdes = serdes;
        this.listener = new FleetHealthMetrics(metrics, settings().metrics().maxFleets(), this::detectorsOf);
        this.host = new StreamsHost("", LONGEST_CLOSE, settings(), serdes, metrics, pause, end);
    }

    /** Without these the process should be restarted. */
    public List<HealthCheck> live() {
        return host.live();
    }

    /** Without these no alert can be raised for now. */
    public List<HealthCheck> ready() {
        return host.ready();
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
        DeadLetters deadLetters =
                new DeadLetters(settings().topics().deadLetter(), host.faults(), InstantSource.system());
        host.start(topology(), StreamsProperties.of(settings(), deadLetters));
        return true;
    }

    @Override
    public void close() {
        host.close();
    }

    private Topology topology() {
        return FleetHealthTopology.build(new TopologySettings(
                settings().topics().events(),
                settings().topics().alerts(),
                host.patientEvents(),
                serdes.alerts(),
                configuration.detection(),
                settings().state().store(),
                listener));
    }

    private List<String> detectorsOf(String fleet) {
        return configuration.detection().policy().of(fleet).detectors().stream()
                .map(Detector::id)
                .toList();
    }

    private StreamsConfiguration settings() {
        return configuration.settings();
    }
}
