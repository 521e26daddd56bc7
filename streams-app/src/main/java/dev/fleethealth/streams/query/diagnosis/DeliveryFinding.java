package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.query.Diagnosis.Delivery;
import dev.fleethealth.streams.query.Diagnosis.Delivery.Finding;
import dev.fleethealth.streams.query.timeline.Replay.Step;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The case "online, but no messages": it was not online, it had not subscribed, or the trouble is elsewhere. */
final class DeliveryFinding {
    /** Dialects with a message for each subscription, as their pages say. */
    private static final Set<String> REPORT_SUBSCRIPTIONS =
            Set.of("tdmq", "emqx", "mosquitto", "aws-iot", "clearblade");

    private DeliveryFinding() {}

    static Delivery of(Symptoms symptoms) {
        Optional<Connection> current = symptoms.session().current();
        if (!symptoms.isOnline() || current.isEmpty()) {
            return new Delivery(
                    Finding.OFFLINE,
                    "It was not connected then: messages waited only in a persistent session with QoS 1 or 2, and those"
                            + " with QoS 0 were dropped.");
        }
        List<ConnectionEvent> subscriptions =
                subscriptions(symptoms, current.get().openedAt());
        if (!subscriptions.isEmpty()) {
            return ofLast(subscriptions.get(subscriptions.size() - 1));
        }
        return keepsSession(symptoms) && !subscriptions(symptoms, Instant.MIN).isEmpty()
                ? ofLast(last(subscriptions(symptoms, Instant.MIN)))
                : unreported(symptoms, current.get());
    }

    private static Delivery ofLast(ConnectionEvent last) {
        return last.getType() == EventType.SUBSCRIBED
                ? new Delivery(
                        Finding.SUBSCRIBED,
                        "It was connected and had subscribed: compare the topic filter with the topic, then follow the"
                                + " message itself in the broker's message tracing.")
                : notSubscribed();
    }

    private static Delivery unreported(Symptoms symptoms, Connection current) {
        boolean wouldBeKnown = symptoms.steps().stream()
                .map(Step::event)
                .anyMatch(event -> event.getOccurredAt().equals(current.openedAt())
                        && REPORT_SUBSCRIPTIONS.contains(event.getSource()));
        return wouldBeKnown
                ? notSubscribed()
                : new Delivery(
                        Finding.SUBSCRIPTIONS_UNKNOWN,
                        "It was connected; whether it had subscribed is not known here, so look at its subscriptions in"
                                + " the broker's console, then at message tracing.");
    }

    private static Delivery notSubscribed() {
        return new Delivery(
                Finding.NOT_SUBSCRIBED,
                "It was connected but no subscription of it was reported: see that the client subscribes after each"
                        + " connect, and that it may. If this broker's subscriptions are not sent to the bridge, look in"
                        + " its console.");
    }

    private static List<ConnectionEvent> subscriptions(Symptoms symptoms, Instant since) {
        return symptoms.steps().stream()
                .map(Step::event)
                .filter(event -> event.getType() == EventType.SUBSCRIBED || event.getType() == EventType.UNSUBSCRIBED)
                .filter(event -> !event.getOccurredAt().isBefore(since))
                .toList();
    }

    /** Whether the broker kept the subscriptions of the connections before. */
    private static boolean keepsSession(Symptoms symptoms) {
        return symptoms.steps().stream()
                .filter(step -> step.step().happening() instanceof Happening.Opened)
                .reduce((first, second) -> second)
                .map(step -> step.event().getCleanStart())
                .filter(clean -> !clean)
                .isPresent();
    }

    private static ConnectionEvent last(List<ConnectionEvent> events) {
        return events.get(events.size() - 1);
    }
}
