package dev.fleethealth.demo.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagerTest {
    private static final String TRIGGER = """
            {"event_action": "trigger", "dedup_key": "%1$s", "payload": {"custom_details": {"episode": "%1$s@%2$d"}}}""";
    private static final String RESOLVE = """
            {"event_action": "resolve", "dedup_key": "%s"}""";

    @Test
    void shouldCountTriggersAndResolvesOfEachEpisode() throws Exception {
        // Given
        PageLog log = new PageLog();
        try (Pager pager = Pager.start(0, log)) {
            // When
            post(pager, TRIGGER.formatted("a", 1));
            post(pager, RESOLVE.formatted("a"));
            post(pager, TRIGGER.formatted("a", 2));
            post(pager, TRIGGER.formatted("a", 2));
        }
        // Then
        assertThat(log.pages())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a@1", new Page(1, 1), "a@2", new Page(2, 0)));
    }

    @Test
    void shouldBeContentWithOnePageForEachEpisodeThatNothingExplains() {
        assertThat(PageJudge.problems(List.of("a@1", "b@1"), Set.of("b@1"), Map.of("a@1", new Page(1, 1))))
                .isEmpty();
    }

    @Test
    void shouldNameEpisodesThatWerePagedTwiceNotAtAllOrForNothing() {
        assertThat(PageJudge.problems(
                        List.of("twice", "missing", "open"),
                        Set.of("open"),
                        Map.of("twice", new Page(2, 1), "open", new Page(1, 0), "ghost", new Page(1, 1))))
                .hasSize(4)
                .anyMatch(problem -> problem.startsWith("missing was triggered 0 times"))
                .anyMatch(problem -> problem.startsWith("ghost was paged"));
    }

    private static void post(Pager pager, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pager.port() + "/v2/enqueue"))
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(202);
    }
}
