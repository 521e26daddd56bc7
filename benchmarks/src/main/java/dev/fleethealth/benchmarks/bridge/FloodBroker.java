package dev.fleethealth.benchmarks.bridge;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What remains of a broker that costs next to nothing: it speaks just enough MQTT 5 to hand out messages of QoS 1, one client
 * after the other, and its window is any that one likes.
 */
final class FloodBroker {
    private static final int DEVICES = 10_000;

    private FloodBroker() {}

    /** Port, messages for each client that connects, and how many of them may be on their way to it. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int messages = Integer.parseInt(arguments[1]);
        int window = Integer.parseInt(arguments[2]);
        List<byte[]> payloads =
                IntStream.range(0, DEVICES).mapToObj(ConnectMessage::payload).toList();
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            while (true) {
                try (Socket client = server.accept()) {
                    client.setTcpNoDelay(true);
                    new Flood(client, payloads, messages, window).run();
                } catch (EOFException | SocketException clientIsGone) {
                    // The next one gets them all again.
                }
            }
        }
    }
}
