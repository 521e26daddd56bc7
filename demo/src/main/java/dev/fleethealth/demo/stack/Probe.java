package dev.fleethealth.demo.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Tells whether a process is ready for work. */
interface Probe {
    Duration LIMIT = Duration.ofSeconds(2);
    HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    boolean isReady() throws InterruptedException;

    /** Ready when something accepts connections there. */
    static Probe accepts(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        Math.toIntExact(LIMIT.toMillis()));
                return true;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Ready when the address answers 200. */
    static Probe answers(String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
        return () -> {
            try {
                return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        };
    }
}
