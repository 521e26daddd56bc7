package dev.fleethealth.bridge.doctor.mqtt;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes the device's way in MQTT: connects in both versions, subscribes, pings, and stays for a while. */
public final class MqttCheck {
    private static final int FIRST_FAILURE_CODE = 0x80;
    private static final String UNREACHABLE_ADVICE = "The steps before this one say more; else try again.";

    private final Target target;
    private final String topic;
    private final Duration stay;
    private final InstantSource clock;
    private final Consumer<Finding> findings;

    /**
     * @param topic filter to subscribe to
     * @param stay how long to keep the connection, with PINGREQs and nothing else
     */
    public MqttCheck(Target target, String topic, Duration stay, InstantSource clock, Consumer<Finding> findings) {
        this.target = target;
        this.topic = topic;
        this.stay = stay;
        this.clock = clock;
        this.findings = findings;
    }

    /** Tells each finding as soon as there is one. */
    public void examine() {
        Optional<MqttVersion> spoken = Optional.empty();
        for (MqttVersion version : List.of(MqttVersion.MQTT_3_1_1, MqttVersion.MQTT_5)) {
            if (connects(version)) {
                spoken = Optional.of(version);
            }
        }
        spoken.ifPresentOrElse(this::examineSession, this::skipSession);
    }

    private boolean connects(MqttVersion version) {
        String check = "connect-" + name(version);
        try (Session session = Session.open(target, clock)) {
            Instant begin = clock.instant();
            Received answer = session.connect(target, version);
            if (Session.isAccepted(answer)) {
                findings.accept(Finding.ok(check, "CONNACK 0 (accepted) after " + millisSince(begin) + " ms"));
                return true;
            }
            findings.accept(failed(check, answer, "CONNECT", version));
        } catch (IOException e) {
            findings.accept(Finding.failed(check, "no connection: " + e.getMessage(), UNREACHABLE_ADVICE));
        }
        return false;
    }

    private void examineSession(MqttVersion version) {
        try (Session session = Session.open(target, clock)) {
            Received answer = session.connect(target, version);
            if (!Session.isAccepted(answer)) {
                findings.accept(failed("connect-again", answer, "CONNECT", version));
                return;
            }
            findings.accept(subscribe(session, version));
            findings.accept(ping(session, version));
            findings.accept(new Stay(session, version, stay, clock).watch());
        } catch (IOException e) {
            findings.accept(Finding.failed("session", "the connection broke: " + e.getMessage(), UNREACHABLE_ADVICE));
        }
    }

    private Finding subscribe(Session session, MqttVersion version) throws IOException {
        Received answer = session.subscribe(topic);
        if (answer instanceof Received.Packet packet && packet.message() instanceof MqttSubAckMessage subAck) {
            int code = subAck.payload().reasonCodes().get(0);
            return code < FIRST_FAILURE_CODE
                    ? Finding.ok("subscribe", topic + " granted with QoS " + code)
                    : Finding.failed(
                            "subscribe",
                            topic + " refused with " + String.format(Locale.ROOT, "0x%02X", code),
                            "Check the rights of this device (ACL, policy) and the topic's spelling (--topic).");
        }
        return failed("subscribe", answer, "SUBSCRIBE to " + topic, version);
    }

    private Finding ping(Session session, MqttVersion version) throws IOException {
        Instant begin = clock.instant();
        Received answer = session.ping();
        boolean answered = answer instanceof Received.Packet packet
                && packet.message().fixedHeader().messageType() == MqttMessageType.PINGRESP;
        return answered
                ? Finding.ok("ping", "PINGRESP after " + millisSince(begin) + " ms")
                : failed("ping", answer, "PINGREQ", version);
    }

    private void skipSession() {
        for (String check : List.of("subscribe", "ping", Stay.CHECK)) {
            findings.accept(Finding.skipped(check, "no CONNECT was accepted"));
        }
    }

    private static Finding failed(String check, Received answer, String asked, MqttVersion version) {
        Refusal refusal = Refusal.of(answer, asked, version);
        return Finding.failed(check, refusal.found(), refusal.advice());
    }

    private static String name(MqttVersion version) {
        return version == MqttVersion.MQTT_5 ? "mqtt5" : "mqtt311";
    }

    private long millisSince(Instant begin) {
        return Duration.between(begin, clock.instant()).toMillis();
    }
}
