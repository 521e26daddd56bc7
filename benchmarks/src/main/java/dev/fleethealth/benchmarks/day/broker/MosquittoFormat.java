package dev.fleethealth.benchmarks.day.broker;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The log of Mosquitto 2.1, which ticks in seconds. */
public final class MosquittoFormat implements BrokerFormat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private static final Words REASONS = new Words(
            "mosquitto",
            Map.of(
                    Ending.NORMAL, "disconnected.",
                    Ending.LOST, "disconnected: connection closed by client.",
                    Ending.KEEP_ALIVE, "disconnected: exceeded timeout.",
                    Ending.TAKEN_OVER, "disconnected: session taken over.",
                    Ending.NOT_AUTHORIZED, "disconnected: not authorised.",
                    Ending.PROTOCOL_ERROR, "disconnected: protocol error."));

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        return List.of(
                line("N", at, "New connection from " + connection.peer() + " on port 1883."),
                line(
                        "N",
                        at,
                        "New client connected from %s as %s (p4, c1, k60, u'device')."
                                .formatted(connection.peer(), connection.clientId())));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        return List.of(line(
                "N", at, "Client %s [%s] %s".formatted(connection.clientId(), connection.peer(), REASONS.of(ending))));
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        return ended(connection, at, ending);
    }

    @Override
    public List<Message> stopping(String node, Instant at) {
        return List.of(line("I", at, "mosquitto version 2.1.2 terminating"));
    }

    @Override
    public List<Message> started(String node, Instant at) {
        return List.of(line("I", at, "mosquitto version 2.1.2 running"));
    }

    private static Message line(String level, Instant at, String text) {
        return new Message("$SYS/broker/log/" + level, TIME.format(at) + ": " + text);
    }
}
