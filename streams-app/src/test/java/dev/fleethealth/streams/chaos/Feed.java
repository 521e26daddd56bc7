package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.json.CanonicalJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events to Kafka as the bridge does, each when it is received, and records them for the model. */
final class Feed {
    private final String topic;
    private final Path recording;
    private final Function<ConnectionEvent, byte[]> form;
    private final CompletableFuture<Void> end;
    private volatile boolean stopping;
    private volatile long sent;

    private Feed(
            String bootstrapServers,
            String topic,
            Path recording,
            Function<ConnectionEvent, byte[]> form,
            Stream<ConnectionEvent> events) {
        this.topic = topic;
        this.recording = recording;
        this.form = form;
        this.end = CompletableFuture.runAsync(() -> send(bootstrapServers, events.iterator()));
    }

    /**
     * Starts in the background.
     *
     * @param recording where each event goes as canonical JSON, one on a line, behind what is there
     * @param form the bytes of an event on Kafka
     */
    static Feed start(
            String bootstrapServers,
            String topic,
            Path recording,
            Function<ConnectionEvent, byte[]> form,
            Stream<ConnectionEvent> events) {
        return new Feed(bootstrapServers, topic, recording, form, events);
    }

    /** Events so far. */
    long sent() {
        return sent;
    }

    /** Sends no more; Kafka has all that were sent. */
    void stop() throws Exception {
        stopping = true;
        awaitEnd();
    }

    /** Returns when Kafka has all events. */
    void awaitEnd() throws Exception {
        end.get(30, TimeUnit.MINUTES);
    }

    private void send(String bootstrapServers, Iterator<ConnectionEvent> events) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5, "compression.type", "lz4");
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                BufferedWriter lines =
                        Files.newBufferedWriter(recording, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (!stopping && events.hasNext()) {
                ConnectionEvent event = events.next();
                awaitTime(event.getReceivedAt());
                producer.send(record(event), (sent, failure) -> check(failure));
                lines.write(CanonicalJson.write(event));
                lines.newLine();
                sent++;
            }
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(ConnectionEvent event) {
        byte[] key = ConnectionEventKey.of(event).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, event.getReceivedAt().toEpochMilli(), key, form.apply(event));
    }

    private void check(Exception failure) {
        if (failure != null) {
            end.completeExceptionally(failure);
        }
    }

    private static void awaitTime(Instant time) {
        while (Instant.now().isBefore(time)) {
            LockSupport.parkUntil(time.toEpochMilli());
        }
    }
}
