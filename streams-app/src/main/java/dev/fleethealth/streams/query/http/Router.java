package dev.fleethealth.streams.query.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the route of a request. */
final class Router {
    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    List<Route> routes() {
        return routes;
    }

    /**
     * The route, and what its path says.
     *
     * @param rawPath as it was sent
     * @throws Problem when the path is of no route, or of others
     */
    Found find(String method, String rawPath) throws Problem {
        String asked = method.equals("HEAD") ? "GET" : method;
        for (Found found : all(rawPath)) {
            if (found.route().method().equals(asked)) {
                return found;
            }
        }
        String allowed = allowed(rawPath);
        throw Problem.of(405, "Wrong method", "expected " + allowed + ", was " + method, "Allow", allowed);
    }

    /** The methods of a path, as the header {@code Allow} has them. */
    String allowed(String rawPath) throws Problem {
        String methods = all(rawPath).stream().map(it -> it.route().method()).collect(Collectors.joining(", "));
        return methods.replace("GET", "GET, HEAD") + ", OPTIONS";
    }

    private List<Found> all(String rawPath) throws Problem {
        List<Found> found = routes.stream()
                .flatMap(route -> route.match(rawPath).map(variables -> new Found(route, variables)).stream())
                .toList();
        if (found.isEmpty()) {
            throw Problem.of(404, "Not found", "no such path; /openapi.yaml lists all");
        }
        return found;
    }

    /** A route and the variables of its path. */
    record Found(Route route, Map<String, String> variables) {}
}
