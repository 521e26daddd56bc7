package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.management.HealthCheck;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** Health by the state of Kafka Streams. Rebalancing and restoring are not dead, only not ready. */
record StreamsState(Supplier<Optional<KafkaStreams>> streams, Predicate<KafkaStreams.State> isWell, String before)
        implements HealthCheck {

    /** @return alive until it failed for good */
    static StreamsState alive(Supplier<Optional<KafkaStreams>> streams) {
        return new StreamsState(streams, state -> !state.hasStartedOrFinishedShuttingDown(), "");
    }

    /** @return ready while it works */
    static StreamsState ready(Supplier<Optional<KafkaStreams>> streams) {
        return new StreamsState(streams, state -> state == KafkaStreams.State.RUNNING, "not started");
    }

    @Override
    public String name() {
        return "streams";
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
