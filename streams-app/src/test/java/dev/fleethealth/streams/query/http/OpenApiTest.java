package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.query.SampleFleets;
import dev.fleethealth.streams.query.cluster.PartJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document and the routes say the same. */
class OpenApiTest {
    private static final InstantSource CLOCK = InstantSource.fixed(RunningApi.NOW);

    private final ApiDocument document = new ApiDocument();
    private final List<Route> routes = routes();

    private static List<Route> routes() {
        QueryParts parts = RunningApi.parts(new SampleFleets(CLOCK));
        try (LiveFeed live = new LiveFeed(new LiveChanges(parts.queries(), CLOCK))) {
            return QueryServer.routes(RunningApi.settings(""), parts, live, CLOCK);
        }
    }

    @Test
    void shouldDocumentEveryRouteWithItsParametersAndServeWhatIsDocumented() {
        // When
        Map<String, List<String>> served = new TreeMap<>();
        routes.stream()
                .filter(route -> !route.path().startsWith(PartJson.PATH))
                .forEach(route -> served.put(name(route), route.parameters()));

        // Then
        assertThat(served).isEqualTo(new TreeMap<>(document.operations()));
    }

    @Test
    void shouldDocumentWhatNeedsNoToken() {
        assertThat(routes.stream().filter(Route::open).map(OpenApiTest::name).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(document.open()));
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
