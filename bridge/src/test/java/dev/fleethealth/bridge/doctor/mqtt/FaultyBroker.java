package dev.fleethealth.bridge.doctor.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A broker that does one wrong thing on each connection. */
final class FaultyBroker implements AutoCloseable {
    private final ServerSocket listener;
    private final Fault fault;

    private FaultyBroker(Fault fault) throws IOException {
        this.fault = fault;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "faulty-broker");
        thread.setDaemon(true);
        thread.start();
    }

    /** What it does with a connection, after which it is closed. */
    @FunctionalInterface
    interface Fault {
        void on(Socket socket, InputStream in, OutputStream out) throws IOException;
    }

    static FaultyBroker with(Fault fault) throws IOException {
        return new FaultyBroker(fault);
    }

    /** Answers the first packet with these bytes and closes. */
    static FaultyBroker answering(int... bytes) throws IOException {
        return with((socket, in, out) -> {
            in.read(new byte[1024]);
            out.write(packet(bytes));
        });
    }

    static FaultyBroker resetting() throws IOException {
        return with((socket, in, out) -> {
            in.read(new byte[1024]);
            socket.setSoLinger(true, 0);
        });
    }

    static byte[] packet(int... bytes) {
        byte[] packet = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            packet[i] = (byte) bytes[i];
        }
        return packet;
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                fault.on(socket, socket.getInputStream(), socket.getOutputStream());
            } catch (IOException e) {
                // The doctor went away, or the test is over.
            }
        }
    }
}
