package dev.fleethealth.demo.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One network connection of one device, from CONNECT to its end. Belongs to the event loop's thread. */
public final class Link {
    private final Login login;
    private final LinkListener listener;
    private final SocketChannel channel;
    private final EventLoop loop;
    private final PacketReader reader = new PacketReader();
    private boolean ended;

    private Link(EventLoop loop, Login login, LinkListener listener) throws IOException {
        this.loop = loop;
        this.login = login;
        this.listener = listener;
        this.channel = SocketChannel.open();
    }

    /** Begins to connect; the listener is told how it goes. */
    public static Link open(EventLoop loop, Route route, Login login, LinkListener listener) {
        try {
            Link link = new Link(loop, login, listener);
            link.connect(route);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a socket", e);
        }
    }

    /** Sends a message with QoS 0. */
    public void publish(String topic, String payload) {
        send(Packets.publish(login.version(), topic, payload));
    }

    public void ping() {
        send(Packets.pingRequest());
    }

    /** Says goodbye as MQTT wants it. */
    public void disconnect() {
        send(Packets.disconnect());
        end();
    }

    /** The network is gone at once: a reset, and no goodbye. */
    public void cut() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The other side was faster; then there is nothing left to cut.
        }
        end();
    }

    private void connect(Route route) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(new InetSocketAddress(route.from(), 0));
        if (channel.connect(route.broker())) {
            connected();
        } else {
            loop.register(channel, SelectionKey.OP_CONNECT, () -> guarded(this::finishConnect));
        }
    }

    private void finishConnect() throws IOException {
        if (channel.finishConnect()) {
            connected();
        }
    }

    private void connected() throws IOException {
        loop.register(channel, SelectionKey.OP_READ, () -> guarded(this::read));
        send(Packets.connect(login));
    }

    private void read() throws IOException {
        if (channel.read(reader.buffer()) < 0) {
            lost();
            return;
        }
        for (Incoming packet : reader.complete()) {
            if (packet instanceof Incoming.ConnAck ack) {
                answered(ack.code());
            }
        }
    }

    private void answered(int code) {
        if (code == 0) {
            listener.up();
        } else {
            lost();
        }
    }

    /** Packets are small and the broker is near: the socket's buffer always takes them whole. */
    private void send(ByteBuffer packet) {
        if (!ended) {
            guarded(() -> channel.write(packet));
        }
    }

    private void lost() {
        if (!ended) {
            end();
            listener.down();
        }
    }

    private void end() {
        ended = true;
        try {
            channel.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }

    private void guarded(IoAction action) {
        try {
            action.run();
        } catch (IOException e) {
            lost();
        }
    }

    private interface IoAction {
        void run() throws IOException;
    }
}
