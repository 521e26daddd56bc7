package dev.fleethealth.streams.query.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.cluster.PartJson.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What another instance holds, asked over HTTP as {@link PartJson} says. */
public final class RemotePart implements Part {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client;
    private final URI address;
    private final Optional<String> token;

    /**
     * Another instance.
     *
     * @param address of its API, without a path
     * @param token that all instances ask for
     */
    public RemotePart(HttpClient client, URI address, Optional<String> token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    @Override
    public Held<List<FleetShare>> fleets(FleetQuery query, Instant now) {
        return ask(PartJson.FLEETS, Map.of("query", query, "now", now), new TypeReference<>() {});
    }

    @Override
    public Held<Optional<FleetShare>> fleet(String name, Instant now) {
        return ask(PartJson.FLEET, Map.of("name", name, "now", now), new TypeReference<>() {});
    }

    @Override
    public Held<List<Alert>> openAlerts() {
        return ask(PartJson.OPEN_ALERTS, Map.of(), new TypeReference<>() {});
    }

    @Override
    public Held<Optional<List<ActivityStep>>> activity(String fleet, TimeSpan span, Duration step) {
        return ask(PartJson.ACTIVITY, Map.of("fleet", fleet, "span", span, "step", step), new TypeReference<>() {});
    }

    @Override
    public Held<Page<Device>> devices(DeviceQuery query) {
        return ask(PartJson.DEVICES, Map.of("query", query), new TypeReference<>() {});
    }

    @Override
    public Held<Optional<StoredDevice>> device(String fleet, String id, int partition) {
        return ask(PartJson.DEVICE, Map.of("fleet", fleet, "id", id, "partition", partition), new TypeReference<>() {});
    }

    @Override
    public Held<List<String>> fleetsWith(String id) {
        return ask(PartJson.FLEETS_WITH, Map.of("id", id), new TypeReference<>() {});
    }

    @Override
    public Held<Page<Alert>> alerts(AlertQuery query) {
        return ask(PartJson.ALERTS, Map.of("query", query), new TypeReference<>() {});
    }

    private <T> Held<T> ask(String operation, Map<String, ?> arguments, TypeReference<Held<T>> type) {
        try {
            HttpResponse<byte[]> reply = client.send(request(operation, arguments), BodyHandlers.ofByteArray());
            return switch (reply.statusCode()) {
                case OK -> PartMapper.JSON.readValue(reply.body(), type);
                case UNAVAILABLE -> throw unavailable(PartMapper.JSON.readValue(reply.body(), Refusal.class));
                default -> throw silent("answers " + reply.statusCode());
            };
        } catch (IOException e) {
            throw silent("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent("was not waited for");
        }
    }

    private HttpRequest request(String operation, Map<String, ?> arguments) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(PartJson.PATH + operation))
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(PartMapper.JSON.writeValueAsBytes(arguments)));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request.build();
    }

    private static PartUnavailableException unavailable(Refusal refusal) {
        return new PartUnavailableException(refusal.why(), Duration.ofMillis(refusal.retryMillis()));
    }

    private PartUnavailableException silent(String how) {
        return new PartUnavailableException("instance " + address.getAuthority() + " " + how, RETRY_AFTER);
    }
}
