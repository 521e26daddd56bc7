package dev.fleethealth.demo.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * From where to where a client connects.
 *
 * @param from the client's own address, which the broker sees
 */
public record Route(InetAddress from, InetSocketAddress broker) {

    /** To a broker on this machine. */
    public static Route toPort(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return new Route(loopback, new InetSocketAddress(loopback, port));
    }

    /** From another address of this machine, where it has one: Linux gives loopback 127.0.0.0/8, macOS only one. */
    public Route fromElsewhere() {
        try (ServerSocket socket = new ServerSocket()) {
            InetAddress second = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
            socket.bind(new InetSocketAddress(second, 0));
            return new Route(second, broker);
        } catch (IOException e) {
            return this;
        }
    }
}
