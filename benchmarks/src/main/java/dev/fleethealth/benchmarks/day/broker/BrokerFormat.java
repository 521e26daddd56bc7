package dev.fleethealth.benchmarks.day.broker;

import java.time.Instant;
import java.util.List;

/** Writes what happened as the messages of one kind of broker; times are by the broker's clock. */
public interface BrokerFormat {

    List<Message> connected(Connection connection, Instant at);

    List<Message> ended(Connection connection, Instant at, Ending ending);

    List<Message> refused(Connection connection, Instant at, Ending ending);

    /** Whether the node, or the broker if it has none, stops; brokers that do not say so write nothing. */
    default List<Message> stopping(String node, Instant at) {
        return List.of();
    }

    /** The broker is back. */
    default List<Message> started(String node, Instant at) {
        return List.of();
    }
}
