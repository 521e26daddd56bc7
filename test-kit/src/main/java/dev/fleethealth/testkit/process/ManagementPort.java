package dev.fleethealth.testkit.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** What a program shows on its management port of the loopback. */
public final class ManagementPort {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    public ManagementPort(int port) {
        this.port = port;
    }

    /** Whether {@code /readyz} says so; false, too, when nobody answers. */
    public boolean isReady() throws InterruptedException {
        return status("/readyz").filter(status -> status == 200).isPresent();
    }

    /** The status of an answer; empty when nobody answers. */
    public Optional<Integer> status(String path) throws InterruptedException {
        try {
            return Optional.of(get(path).statusCode());
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }

    /** The text of an answer. */
    public String text(String path) throws IOException, InterruptedException {
        return get(path).body();
    }

    /** The sum of all series of a metric whose names with labels begin so; -1 when there is none. */
    public double metric(String prefix) throws IOException, InterruptedException {
        double[] values = text("/metrics")
                .lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? -1 : sum;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }
}
