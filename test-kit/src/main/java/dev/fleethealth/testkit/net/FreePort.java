package dev.fleethealth.testkit.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback. */
public final class FreePort {
    private static final int PATIENCE_MILLIS = 200;
    private static final int LOWEST = 12_000;
    private static final int FIRST_GIVEN_TO_CONNECTIONS = 32_768;
    private static final int MOST_ATTEMPTS = 100;

    private FreePort() {}

    /**
     * A port that nobody uses. It is none of those that Linux gives to connections by itself, 32,768 and above: such a one may
     * be taken again before the program that is to listen there has started.
     */
    public static int find() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, FIRST_GIVEN_TO_CONNECTIONS);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port among " + MOST_ATTEMPTS + " that were tried");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody listens there. */
    public static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
