package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.delivery.kafka.SilenceFollower;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads silences from their topic until told to stop, and anew when Kafka was away for long.
 *
 * @param clients settings of Kafka clients
 * @param silences where those of the topic are added
 */
record SilencesReading(Map<String, Object> clients, String topic, Silences silences) {
    static final Duration STEP = Duration.ofMillis(500);

    private static final Logger LOGGER = LoggerFactory.getLogger(SilencesReading.class);

    /** @param known told when all that there were have been read */
    void run(Runnable known, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            try (SilenceFollower follower = new SilenceFollower(clients, topic, silences)) {
                follower.load();
                known.run();
                while (!stopping.getAsBoolean()) {
                    follower.follow(STEP);
                }
            } catch (ApiException e) {
                LOGGER.atWarn().addKeyValue("error", e.toString()).log("Silences are read anew");
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }
}
