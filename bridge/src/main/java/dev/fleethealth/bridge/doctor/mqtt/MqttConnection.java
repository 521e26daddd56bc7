package dev.fleethealth.bridge.doctor.mqtt;

import dev.fleethealth.bridge.doctor.Target;
import dev.fleethealth.bridge.doctor.tls.Handshake;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose every packet is seen: one thread sends and waits for what comes. A client library would hide what is
 * asked here, such as the answer to one PINGREQ or how exactly a broker closes.
 */
final class MqttConnection implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final Socket socket;
    private final EmbeddedChannel codec = new EmbeddedChannel(MqttEncoder.INSTANCE, new MqttDecoder());

    private final InstantSource clock;

    private MqttConnection(Socket socket, InstantSource clock) {
        this.socket = socket;
        this.clock = clock;
    }

    /** @throws IOException when there is no way to the broker, or it is not who it should be */
    static MqttConnection open(Target target, InstantSource clock) throws IOException {
        if (target.encrypted()) {
            return new MqttConnection(Handshake.trusted(target), clock);
        }
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(target.host(), target.port()), target.patienceMillis());
        return new MqttConnection(socket, clock);
    }

    /** @throws IOException when the connection has ended */
    void send(MqttMessage message) throws IOException {
        codec.writeOutbound(message);
        for (ByteBuf bytes = codec.readOutbound(); bytes != null; bytes = codec.readOutbound()) {
            byte[] content = new byte[bytes.readableBytes()];
            bytes.readBytes(content);
            bytes.release();
            socket.getOutputStream().write(content);
        }
    }

    /** Waits for the next packet. */
    Received receive(Duration patience) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        Object message = codec.readInbound();
        while (message == null) {
            long left = Duration.between(clock.instant(), deadline).toMillis();
            if (left <= 0) {
                return new Received.Silence();
            }
            Received.End end = read(left);
            if (end != null) {
                return end;
            }
            message = codec.readInbound();
        }
        MqttMessage packet = (MqttMessage) message;
        return packet.decoderResult().isFailure()
                ? new Received.Garbage(
                        String.valueOf(packet.decoderResult().cause().getMessage()))
                : new Received.Packet(packet);
    }

    @Override
    public void close() {
        codec.finishAndReleaseAll();
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way, and nobody can do anything about it.
        }
    }

    private Received.@Nullable End read(long patienceMillis) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            socket.setSoTimeout(Math.toIntExact(patienceMillis));
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                return new Received.End(false);
            }
            codec.writeInbound(Unpooled.copiedBuffer(buffer, 0, count));
            return null;
        } catch (SocketTimeoutException e) {
            return null;
        } catch (SocketException e) {
            return new Received.End(true);
        }
    }
}
