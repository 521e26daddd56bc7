package dev.fleethealth.service.management;

/** What the JDK's HTTP servers allow to slow senders; to be set before the first server is made. */
public final class HttpServerLimits {
    /** Connections that one server holds; further ones are closed at once. */
    public static final int CONNECTIONS = 500;

    private HttpServerLimits() {}

    /** Sets them for this JVM. */
    public static void apply() {
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS));
        // Seconds after which a client that sends or reads too slowly is given up.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
    }
}
