package dev.fleethealth.streams.query.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much each client may ask: some requests at once, and so many a second in the long run. Safe for many threads. */
final class ClientBudgets {
    /** Those who asked last; who is forgotten begins anew. */
    private static final int MOST_CLIENTS = 10_000;

    private final int requestsPerSecond;
    private final int burst;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    ClientBudgets(int requestsPerSecond, int burst, TimeMeter time) {
        this.requestsPerSecond = requestsPerSecond;
        this.burst = burst;
        this.time = time;
    }

    /** @throws Problem when the client has to wait */
    void take(String client) throws Problem {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.later(
                    429,
                    "Too many requests",
                    "expected at most " + requestsPerSecond + " requests a second from one address",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private synchronized Bucket bucket(String client) {
        return buckets.computeIfAbsent(client, any -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                .build());
    }
}
