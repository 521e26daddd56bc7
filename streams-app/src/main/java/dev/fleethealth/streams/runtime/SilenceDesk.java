package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.delivery.kafka.SilenceTopic;
import dev.fleethealth.streams.query.http.SilenceKeeper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Silences for those who ask over HTTP, whether this process delivers alerts or not. */
final class SilenceDesk implements SilenceKeeper, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SilenceDesk.class);

    private final StreamsConfiguration settings;
    private final Pause pause;
    private final Set<String> configured;
    private final Silences silences;
    private final Thread thread = new Thread(this::run, "query-silences");
    private volatile @Nullable SilenceTopic topic;
    private volatile boolean stopping;

    /** @param pause waits; it tells when the program is to stop */
    SilenceDesk(StreamsConfiguration settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
        List<Silence> fromFile = settings.delivery().silenceList();
        this.configured = fromFile.stream().map(Silence::id).collect(Collectors.toUnmodifiableSet());
        this.silences = new Silences(fromFile);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public List<Silence> list(Instant now) {
        return silences.list(now);
    }

    @Override
    public boolean isConfigured(String id) {
        return configured.contains(id);
    }

    @Override
    public Silence create(SilenceRequest request, Instant now) throws InterruptedException {
        try {
            return topic().create(request, now);
        } catch (KafkaException e) {
            throw new IllegalStateException("Kafka did not take it in time; the list says what became of it", e);
        }
    }

    @Override
    public Optional<Silence> expire(String id, Instant now) throws InterruptedException {
        try {
            return topic().expire(id, now);
        } catch (KafkaException e) {
            throw new IllegalStateException("Kafka did not take it in time; the list says what became of it", e);
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        SilenceTopic open = topic;
        if (open != null) {
            open.close();
        }
    }

    private SilenceTopic topic() {
        SilenceTopic open = topic;
        if (open == null) {
            throw new IllegalStateException("the topic of silences has not been read yet");
        }
        return open;
    }

    private void run() {
        Map<String, Object> clients = settings.kafka().over(Map.of());
        String name = settings.delivery().silencesTopic();
        try {
            List<TopicDefinition> needed = List.of(Topics.SILENCES.named(name));
            KafkaStart start = new KafkaStart(clients, pause);
            boolean there = settings.topics().create() ? start.awaitTopics(needed) : start.awaitForeignTopics(needed);
            if (there) {
                new SilencesReading(clients, name, silences).run(() -> open(clients, name), () -> stopping);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping) {
                LOGGER.atError().setCause(e).log("Silences can't be read; all else goes on");
            }
        }
    }

    private synchronized void open(Map<String, Object> clients, String name) {
        if (topic == null && !stopping) {
            topic = new SilenceTopic(clients, name, silences);
        }
    }
}
