package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The part of a URL behind the question mark. */
record Query(String raw) {
    static Query of(HttpExchange exchange) {
        return new Query(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    /** The first value of that name. */
    Optional<String> value(String name) {
        return Arrays.stream(raw.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
