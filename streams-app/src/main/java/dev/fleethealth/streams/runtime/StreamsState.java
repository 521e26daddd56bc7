package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.management.HealthCheck;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** Health by the state of Kafka Streams. Rebalancing and restoring are not dead, only not ready. */
record StreamsState(
        String name, Supplier<Optional<KafkaStreams>> streams, Predicate<KafkaStreams.State> isWell, String before)
        implements HealthCheck {

    private static final String NAME = "streams";

    /** @return alive until it failed for good */
    static StreamsState alive(String prefix, Supplier<Optional<KafkaStreams>> streams) {
        return new StreamsState(prefix + NAME, streams, state -> !state.hasStartedOrFinishedShuttingDown(), "");
    }

    /** @return ready while it works */
    static StreamsState ready(String prefix, Supplier<Optional<KafkaStreams>> streams) {
        return new StreamsState(prefix + NAME, streams, state -> state == KafkaStreams.State.RUNNING, "not started");
    }

    @Override
    public Optional<String> problem() {
        return streams.get()
                .map(KafkaStreams::state)
                .map(state -> isWell.test(state) ? "" : state.name())
                .or(() -> Optional.of(before))
                .filter(problem -> !problem.isEmpty());
    }
}
