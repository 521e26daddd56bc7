package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.benchmarks.measure.Stopwatch;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import java.io.IOException;
import java.util.List;

/**
 * One dialect on one thread: from bytes to finished events, without MQTT and Kafka. Its sample messages come again and again.
 *
 * @param dialectId the dialect
 * @param messages what it reads, in turns
 * @param count how many in all
 */
public record Translation(String dialectId, List<BrokerMessage> messages, int count) implements Lane {

    /** Every dialect that has samples. */
    public static List<Translation> all(int count) throws IOException {
        return SampleMessages.load().entrySet().stream()
                .map(samples -> new Translation(samples.getKey(), samples.getValue(), count))
                .toList();
    }

    @Override
    public String name() {
        return dialectId;
    }

    @Override
    public Measurement run() {
        DialectRegistry registry = DialectRegistry.load();
        // One for each message: the samples are of several versions, and a dialect may remember the broker's.
        List<Dialect> dialects = messages.stream()
                .map(message -> registry.create(dialectId, DialectOptions.NONE))
                .toList();
        EventFinisher finisher = new EventFinisher(EventOrigin.of(dialectId));
        translate(dialects, finisher, count / 4);
        Stopwatch stopwatch = Stopwatch.start();
        int events = translate(dialects, finisher, count);
        if (events < count) {
            throw new IllegalStateException("%,d messages of %s gave %,d events".formatted(count, dialectId, events));
        }
        return stopwatch.stop(count);
    }

    private int translate(List<Dialect> dialects, EventFinisher finisher, int many) {
        int events = 0;
        for (int number = 0; number < many; number++) {
            int sample = number % messages.size();
            BrokerMessage message = messages.get(sample);
            if (dialects.get(sample).decode(message) instanceof Decoding.Events decoded) {
                events += finisher.finish(message, decoded).size();
            }
        }
        return events;
    }
}
