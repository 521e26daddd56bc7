package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.metrics.FaultCounters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes dead letters: the original bytes, and headers that say where they came from and why they could not be worked on. Kafka
 * Streams writes them in the transaction that passes over the record, so that each comes once.
 */
final class DeadLetters implements SetAside {
    static final String SOURCE = "source";
    static final String WHY = "why";
    static final String WHERE = "where";
    static final String KEY = "key";

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 300;
    private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(10);

    private final String topic;
    private final FaultCounters faults;
    private final InstantSource clock;
    private Instant nextWarning = Instant.EPOCH;

    DeadLetters(String topic, FaultCounters faults, InstantSource clock) {
        this.topic = topic;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> of(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, String stage, String why) {
        faults.deadLetter(stage);
        String where = context.topic() + "-" + context.partition() + "@" + context.offset();
        String reason = printable(why);
        warn(stage, where, reason);
        RecordHeaders headers = new RecordHeaders();
        headers.add(SOURCE, bytes(context.topic()));
        headers.add(WHY, bytes(stage + ": " + reason));
        headers.add(WHERE, bytes(where));
        headers.add(KEY, key);
        return List.of(new ProducerRecord<>(topic, null, null, null, value, headers));
    }

    /** A flood of bad records must not become a flood of log lines; the metric counts them all. */
    private synchronized void warn(String stage, String where, String why) {
        Instant now = clock.instant();
        if (now.isBefore(nextWarning)) {
            return;
        }
        nextWarning = now.plus(BETWEEN_WARNINGS);
        LOGGER.atWarn()
                .addKeyValue("stage", stage)
                .addKeyValue("where", where)
                .addKeyValue("why", why)
                .log("Record went to the dead letter; further ones are only counted for a while");
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
