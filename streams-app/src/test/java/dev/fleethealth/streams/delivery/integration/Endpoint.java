package dev.fleethealth.streams.delivery.integration;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An HTTP server that can misbehave in every way: it speaks HTTP itself, one request a connection. */
final class Endpoint implements AutoCloseable {
    private static final int BETWEEN_SLOW_BYTES_MILLIS = 50;

    private final ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Function<Request, Fault> behavior;

    record Request(String path, String headers, String body) {}

    /** @param behavior is asked for each request, on its own thread; it takes it, if the fault says so */
    Endpoint(Function<Request, Fault> behavior) throws IOException {
        this.behavior = behavior;
        threads.execute(this::acceptAll);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        threads.shutdownNow();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            answer(socket, behavior.apply(read(new BufferedInputStream(socket.getInputStream()))));
        } catch (IOException e) {
            // The other side went away, as it may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket socket, Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case RESET, RESET_AFTER_ACCEPT -> socket.setSoLinger(true, 0);
            case SILENCE_AFTER_ACCEPT -> closed.await();
            case SLOW_ANSWER -> drip(socket.getOutputStream(), bytes(fault.status()));
            default -> socket.getOutputStream().write(bytes(fault.status()));
        }
    }

    private void drip(OutputStream out, byte[] answer) throws IOException, InterruptedException {
        for (byte each : answer) {
            out.write(each);
            out.flush();
            if (closed.await(BETWEEN_SLOW_BYTES_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static byte[] bytes(int status) {
        String retry = status == 429 ? "Retry-After: 1\r\n" : "";
        String body = "{\"status\":\"" + status + "\"}";
        return ("HTTP/1.1 " + status + " Word\r\n" + retry + "Connection: close\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended within the head");
            }
            head.write(next);
        }
        String headers = head.toString(StandardCharsets.ISO_8859_1);
        byte[] body = in.readNBytes(length(headers));
        return new Request(headers.split(" ", 3)[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static int length(String headers) {
        return headers.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }
}
