package dev.fleethealth.bridge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers those who ask whether this endpoint wants their events, before they send any: CloudEvents senders with {@code
 * OPTIONS} (HTTP 1.1 Web Hooks for Event Delivery, section 4) and Azure Event Grid with an event of its own. Who got so far
 * has shown the token.
 */
final class Handshake {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORIGIN = "WebHook-Request-Origin";
    private static final String RATE = "WebHook-Request-Rate";

    private Handshake() {}

    /** Absent unless it is such a question. */
    static Optional<Reply> answer(HttpExchange exchange, int maxBodyBytes) throws IOException, Refusal {
        Headers headers = exchange.getRequestHeaders();
        if (exchange.getRequestMethod().equals("OPTIONS") && headers.getFirst(ORIGIN) != null) {
            return Optional.of(allowed(headers));
        }
        if ("SubscriptionValidation".equals(headers.getFirst("aeg-event-type"))) {
            return Optional.of(validated(RequestBody.read(exchange, maxBodyBytes)));
        }
        return Optional.empty();
    }

    private static Reply allowed(Headers question) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("Allow", "POST");
        answer.put("WebHook-Allowed-Origin", question.getFirst(ORIGIN));
        Optional.ofNullable(question.getFirst(RATE)).ifPresent(rate -> answer.put("WebHook-Allowed-Rate", rate));
        return Reply.of(Map.of(), answer);
    }

    private static Reply validated(byte[] body) throws IOException, Refusal {
        try {
            JsonNode code = JSON.readTree(body).path(0).path("data").path("validationCode");
            if (code.isTextual()) {
                return Reply.of(Map.of("validationResponse", code.textValue()), Map.of());
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw Refusal.of(400, "expected a SubscriptionValidationEvent with data.validationCode");
    }
}
