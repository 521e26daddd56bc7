package dev.fleethealth.bridge.doctor.mqtt;

import dev.fleethealth.bridge.doctor.Finding;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps a connection with PINGREQs alone, to see who ends it: another user of the client id, a NAT, an idle limit. */
final class Stay {
    static final String CHECK = "stay";
    /** Below keepalive, as clients do. */
    private static final Duration PING_INTERVAL = Session.KEEP_ALIVE.dividedBy(2);
    /** ClearBlade ends a connection after 20 min without messages, whatever the keepalive; 10 s to either side. */
    private static final Duration IDLE_LIMIT_FROM = Duration.ofSeconds(20 * 60 - 10);

    private static final Duration IDLE_LIMIT_TO = Duration.ofSeconds(20 * 60 + 10);
    /** A second user of the id usually comes back within seconds. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Session session;
    private final MqttVersion version;
    private final Duration howLong;
    private final InstantSource clock;

    Stay(Session session, MqttVersion version, Duration howLong, InstantSource clock) {
        this.session = session;
        this.version = version;
        this.howLong = howLong;
        this.clock = clock;
    }

    Finding watch() throws IOException {
        Instant begin = clock.instant();
        Duration past = Duration.ZERO;
        while (past.compareTo(howLong) < 0) {
            Duration left = howLong.minus(past);
            Received received = session.awaitEnd(left.compareTo(PING_INTERVAL) < 0 ? left : PING_INTERVAL);
            past = Duration.between(begin, clock.instant());
            if (!(received instanceof Received.Silence)) {
                return ended(received, past);
            }
            if (past.compareTo(howLong) < 0 && !isAnswered(session.ping())) {
                return ended(new Received.Silence(), past);
            }
        }
        return Finding.ok(CHECK, "the connection stayed for " + howLong.toSeconds() + " s with PINGREQs alone");
    }

    private Finding ended(Received received, Duration past) {
        String after = " after " + past.toSeconds() + " s";
        if (received instanceof Received.Packet) {
            Refusal refusal = Refusal.of(received, "the connection", version);
            return Finding.failed(CHECK, refusal.found() + after, refusal.advice());
        }
        boolean idleLimit = past.compareTo(IDLE_LIMIT_FROM) >= 0 && past.compareTo(IDLE_LIMIT_TO) <= 0;
        if (idleLimit) {
            return Finding.failed(
                    CHECK,
                    "the connection ended" + after,
                    "That is the idle limit of 20 min: send a message or a PINGREQ that the broker counts before then.");
        }
        return Finding.failed(CHECK, what(received) + after, past.compareTo(SOON) < 0 ? takenOver() : cut());
    }

    private static String what(Received received) {
        return received instanceof Received.Silence
                ? "PINGREQ is no longer answered"
                : "the connection ended without a word";
    }

    private static String takenOver() {
        return "So soon, another connection with the same client id is the usual cause: the device itself is on line, or two"
                + " programs use one id. Stop the device and try again; give each program its own id.";
    }

    private static String cut() {
        return "A NAT or firewall forgets idle connections (lower the keepalive, not below 60 s on weak networks), or the"
                + " broker has a limit: compare the time with the vendor's limits and the broker's log.";
    }

    private static boolean isAnswered(Received received) {
        return received instanceof Received.Packet packet
                && packet.message().fixedHeader().messageType() == MqttMessageType.PINGRESP;
    }
}
