package dev.fleethealth.bridge.doctor.mqtt;

import dev.fleethealth.bridge.doctor.Target;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One connection with CONNECT sent; packets of other topics that come meanwhile are passed over. */
final class Session implements AutoCloseable {
    /** What vendors recommend at least. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    private static final int SUBSCRIBE_ID = 1;

    private final MqttConnection connection;
    private final Duration patience;
    private final InstantSource clock;

    private Session(MqttConnection connection, Duration patience, InstantSource clock) {
        this.connection = connection;
        this.patience = patience;
        this.clock = clock;
    }

    /** Opens a connection; the broker has not been asked for anything yet. */
    static Session open(Target target, InstantSource clock) throws IOException {
        return new Session(MqttConnection.open(target, clock), target.patience(), clock);
    }

    /** Sends CONNECT, with a clean session so that nothing of the device's own is touched, and awaits CONNACK. */
    Received connect(Target target, MqttVersion version) throws IOException {
        MqttMessageBuilders.ConnectBuilder connect = MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId(target.clientId())
                .cleanSession(true)
                .keepAlive(Math.toIntExact(KEEP_ALIVE.toSeconds()));
        target.login().ifPresent(login -> connect.hasUser(true)
                .username(login.username())
                .hasPassword(true)
                .password(login.password().getBytes(StandardCharsets.UTF_8)));
        connection.send(connect.build());
        return await(MqttMessageType.CONNACK, patience);
    }

    Received subscribe(String filter) throws IOException {
        connection.send(MqttMessageBuilders.subscribe()
                .messageId(SUBSCRIBE_ID)
                .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
                .build());
        return await(MqttMessageType.SUBACK, patience);
    }

    Received ping() throws IOException {
        connection.send(MqttMessage.PINGREQ);
        return await(MqttMessageType.PINGRESP, patience);
    }

    /** Waits for the connection to end; silence is what a healthy one has. */
    Received awaitEnd(Duration howLong) throws IOException {
        return await(MqttMessageType.DISCONNECT, howLong);
    }

    @Override
    public void close() {
        try {
            connection.send(MqttMessage.DISCONNECT);
        } catch (IOException e) {
            // The broker has ended it already.
        }
        connection.close();
    }

    static boolean isAccepted(Received received) {
        return received instanceof Received.Packet packet
                && packet.message() instanceof MqttConnAckMessage connAck
                && connAck.variableHeader().connectReturnCode().byteValue() == 0;
    }

    /** A DISCONNECT in place of the expected packet is an answer, too. */
    private Received await(MqttMessageType wanted, Duration howLong) throws IOException {
        Instant deadline = clock.instant().plus(howLong);
        while (true) {
            Received received = connection.receive(Duration.between(clock.instant(), deadline));
            boolean passedOver = received instanceof Received.Packet packet
                    && packet.message().fixedHeader().messageType() != wanted
                    && packet.message().fixedHeader().messageType() != MqttMessageType.DISCONNECT;
            if (!passedOver) {
                return received;
            }
        }
    }
}
