package dev.fleethealth.benchmarks.day;

import dev.fleethealth.benchmarks.day.broker.BrokerFormat;
import dev.fleethealth.benchmarks.day.broker.Connection;
import dev.fleethealth.benchmarks.day.broker.Ending;
import dev.fleethealth.benchmarks.day.broker.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down a fleet's day as its broker reports it, in the order of arrival. */
final class Recorder {
    private static final Duration VERSION_FORGOTTEN = Duration.ofHours(1);
    private static final double DUPLICATED_SHARE = 0.02;

    private final FleetDay fleet;
    private final BrokerFormat format;
    private final List<RawMessage> messages = new ArrayList<>();
    private int connections;

    Recorder(FleetDay fleet) {
        this.fleet = fleet;
        this.format = fleet.plan().dialect().format();
    }

    List<RawMessage> record() {
        Stream.concat(fleet.residents().stream(), fleet.sleepers().stream()).forEach(this::record);
        fleet.brokerSteps().forEach(step -> deliver(broker(step), step.receivedAt(), 1));
        messages.sort(Comparator.comparing(RawMessage::receivedAt));
        return messages;
    }

    private List<Message> broker(BrokerStep step) {
        return step.stopping() ? format.stopping(step.node(), step.at()) : format.started(step.node(), step.at());
    }

    private void record(Device device) {
        Connections open = new Connections(device);
        device.steps().stream()
                .sorted(Comparator.comparing(Step::at))
                .forEach(step -> deliver(open.messages(step), step.receivedAt(), step.copies()));
    }

    private void deliver(List<Message> reported, Instant receivedAt, int copies) {
        int deliveries = fleet.random().nextDouble() < DUPLICATED_SHARE ? copies + 1 : copies;
        for (int delivery = 0; delivery < deliveries; delivery++) {
            for (Message message : reported) {
                messages.add(new RawMessage(message, receivedAt.plusSeconds(3L * delivery)));
            }
        }
    }

    /** The connections of one device, one after the other. */
    private final class Connections {
        private final Device device;
        private @Nullable Connection newest;
        private @Nullable Connection previous;
        private @Nullable Instant awaySince = Instant.EPOCH;
        private long version;

        Connections(Device device) {
            this.device = device;
        }

        List<Message> messages(Step step) {
            Ending ending = step.ending().orElse(Ending.NORMAL);
            return switch (step.kind()) {
                case CONNECT -> format.connected(open(step), step.stamped());
                case END -> format.ended(ended(step), step.stamped(), ending);
                case END_OF_PREVIOUS -> format.ended(known(previous, step), step.stamped(), ending);
                case REFUSED -> format.refused(connection(step), step.stamped(), ending);
            };
        }

        private Connection open(Step step) {
            boolean forgotten =
                    awaySince != null && Duration.between(awaySince, step.at()).compareTo(VERSION_FORGOTTEN) > 0;
            version = forgotten ? 0 : version + 1;
            awaySince = null;
            previous = newest;
            Connection opened = connection(step);
            newest = opened;
            return opened;
        }

        private Connection ended(Step step) {
            if (step.at().equals(step.stamped())) {
                awaySince = step.at();
            }
            return known(newest, step);
        }

        private Connection connection(Step step) {
            connections++;
            return new Connection(
                    device.clientId(),
                    device.node(),
                    "%08x%08x".formatted(device.clientId().hashCode(), connections),
                    device.address(),
                    1024 + connections % 60_000,
                    version,
                    step.stamped(),
                    step.tokenExpiresAt());
        }

        private Connection known(@Nullable Connection connection, Step step) {
            return Optional.ofNullable(connection)
                    .orElseThrow(() -> new IllegalStateException(device.clientId() + ": no connection at " + step));
        }
    }
}
