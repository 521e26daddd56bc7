package dev.fleethealth.testkit.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bad network: passes bytes on to a server of the loopback, and can cut, reset, stall and delay all connections. */
public final class TcpProxy implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket server;
    private final int target;
    private final Gate gate = new Gate();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    private TcpProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    public static TcpProxy to(int target) throws IOException {
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        background(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections were made. */
    public int accepted() {
        return accepted.get();
    }

    /** Ends all connections, also one that is just being made, as if their programs had closed them. */
    public synchronized void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Ends all connections with a reset. */
    public synchronized void reset() throws IOException {
        for (Socket socket : sockets) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        }
        cut();
    }

    /** Passes no byte on, in no direction, while all connections stay. */
    public void stall() {
        gate.close();
    }

    /** Ends the stall. */
    public void flow() {
        gate.open();
    }

    /** Holds each block of bytes back for so long. */
    public void delay(Duration time) {
        gate.delay(time);
    }

    @Override
    public void close() throws IOException {
        server.close();
        gate.open();
        reset();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            accepted.incrementAndGet();
            connect(client);
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        Socket upstream = new Socket();
        try {
            upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            // Else small packets wait for the acknowledgement of the last one, 40 ms on Linux.
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(upstream);
            background(() -> copy(client, upstream));
            background(() -> copy(upstream, client));
        } catch (IOException serverIsDown) {
            upstream.close();
            client.close();
        }
    }

    private void copy(Socket from, Socket to) throws IOException, InterruptedException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] block = new byte[BLOCK];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                gate.pass();
                out.write(block, 0, length);
            }
        } finally {
            sockets.remove(from);
        }
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException closed) {
                // One side is gone; the other follows by the closing of the streams.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
