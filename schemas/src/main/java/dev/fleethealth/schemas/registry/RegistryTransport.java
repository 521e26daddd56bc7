package dev.fleethealth.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries calls to the first registry that answers: over all URLs, then after a wait over all URLs again. */
final class RegistryTransport {
    private static final Logger LOGGER = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int LOWEST_ERROR = 300;

    private final HttpClient http;
    private final List<RegistryAddress> addresses;
    private final Duration readTimeout;
    private final RetryPolicy retryPolicy;
    private final Pause pause;
    private final JsonMapper mapper = new JsonMapper();

    /** Index of the address that answered last; the next call starts there. */
    private final AtomicInteger preferred = new AtomicInteger();

    /** Lets time go by. */
    interface Pause {
        void await(Duration duration) throws InterruptedException;
    }

    RegistryTransport(RegistryClientConfig config, Pause pause) {
        RegistryCredentials credentials = new RegistryCredentials(config);
        this.addresses = config.urls().stream()
                .map(url -> RegistryAddress.of(url, credentials.header(url)))
                .toList();
        this.readTimeout = config.readTimeout();
        this.retryPolicy = config.retryPolicy();
        this.pause = pause;
        this.http = client(config);
    }

    /** HTTP/1.1, because not every proxy before a registry survives the offer of an upgrade. */
    private static HttpClient client(RegistryClientConfig config) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout());
        RegistryTls.context(config).ifPresent(builder::sslContext);
        return builder.build();
    }

    /**
     * The answer's JSON.
     *
     * @throws ApiException as {@link RegistryClient} says
     */
    JsonNode send(RegistryRequest request) {
        for (int retry = 0; ; retry++) {
            try {
                return sendToAny(request);
            } catch (ApiException fault) {
                if (!RegistryFaults.isPassing(fault) || retry == retryPolicy.retries()) {
                    throw fault;
                }
                pauseBefore(retry, fault);
            }
        }
    }

    private JsonNode sendToAny(RegistryRequest request) {
        int first = preferred.get();
        for (int tried = 1; ; tried++) {
            int index = (first + tried - 1) % addresses.size();
            try {
                JsonNode answer = sendTo(addresses.get(index), request);
                preferred.set(index);
                return answer;
            } catch (ApiException fault) {
                if (!RegistryFaults.isPassing(fault) || tried == addresses.size()) {
                    throw fault;
                }
                LOGGER.atDebug().setCause(fault).log("No answer from this schema registry, trying the next");
            }
        }
    }

    private JsonNode sendTo(RegistryAddress address, RegistryRequest request) {
        String call = request + " at " + address;
        try {
            HttpResponse<String> response = http.send(httpRequest(address, request), BodyHandlers.ofString());
            JsonNode answer = parse(response.body());
            if (response.statusCode() >= LOWEST_ERROR || answer.isMissingNode()) {
                throw RegistryFaults.ofStatus(call, response.statusCode(), answer);
            }
            return answer;
        } catch (IOException fault) {
            throw RegistryFaults.ofConnection(call, fault);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private HttpRequest httpRequest(RegistryAddress address, RegistryRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.resolve(request.path()))
                .timeout(readTimeout)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        address.authorization().ifPresent(value -> builder.header("Authorization", value));
        return builder.build();
    }

    private JsonNode parse(String body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private void pauseBefore(int retry, ApiException fault) {
        Duration wait = retryPolicy.waitBefore(retry);
        LOGGER.atDebug().addKeyValue("wait", wait).setCause(fault).log("No schema registry answered, asking again");
        try {
            pause.await(wait);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
