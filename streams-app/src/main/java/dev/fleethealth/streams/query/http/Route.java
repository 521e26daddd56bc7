package dev.fleethealth.streams.query.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A method and path of the API.
 *
 * @param path with variables in braces, each of which is one segment
 * @param parameters that may stand behind the question mark
 * @param open whether it needs no token
 */
record Route(String method, String path, List<String> parameters, boolean open, Endpoint endpoint) {
    static Route get(String path, List<String> parameters, Endpoint endpoint) {
        return new Route("GET", path, parameters, false, endpoint);
    }

    static Route open(String path, Endpoint endpoint) {
        return new Route("GET", path, List.of(), true, endpoint);
    }

    /**
     * The variables, if the path is this route's.
     *
     * @param rawPath as it was sent: an encoded slash belongs to a segment
     */
    Optional<Map<String, String>> match(String rawPath) {
        String[] expected = path.split("/", -1);
        String[] given = rawPath.split("/", -1);
        Map<String, String> variables = new TreeMap<>();
        boolean matches = expected.length == given.length;
        for (int index = 0; matches && index < expected.length; index++) {
            if (expected[index].startsWith("{")) {
                variables.put(expected[index].substring(1, expected[index].length() - 1), decode(given[index]));
            } else {
                matches = expected[index].equals(given[index]);
            }
        }
        return matches ? Optional.of(variables) : Optional.empty();
    }

    /** A plus in a path is a plus. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What a route does. */
    @FunctionalInterface
    interface Endpoint {
        Reply answer(Call call) throws Problem, InterruptedException;
    }
}
