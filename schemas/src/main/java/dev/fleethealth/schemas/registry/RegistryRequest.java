package dev.fleethealth.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * One call of the registry's REST API.
 *
 * @param path from the base URL on, percent-encoded
 * @param body JSON, or null for none
 */
record RegistryRequest(String method, String path, @Nullable String body) {

    static RegistryRequest get(String path) {
        return new RegistryRequest("GET", path, null);
    }

    static RegistryRequest post(String path, String body) {
        return new RegistryRequest("POST", path, body);
    }

    static RegistryRequest put(String path, String body) {
        return new RegistryRequest("PUT", path, body);
    }

    /** A subject as one segment of a path: it may hold a slash or a space. */
    static String segment(String subject) {
        return URLEncoder.encode(subject, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
