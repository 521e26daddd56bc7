package dev.fleethealth.streams.query.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as a route sees it.
 *
 * @param variables parts of the path, decoded, by name
 * @param contentType of the body
 */
record Call(Map<String, String> variables, Parameters parameters, Optional<String> contentType, byte[] body) {
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
