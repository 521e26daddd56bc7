package dev.fleethealth.streams.delivery.http;

import java.net.URI;
import java.util.Map;

/**
 * A POST. Its parts may hold secrets, so it shows none of them.
 *
 * @param headers besides {@code Content-Type}
 */
public record HttpCall(URI uri, String contentType, Map<String, String> headers, byte[] body) {
    public static final String JSON = "application/json";

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "POST of " + body.length + " bytes";
    }
}
