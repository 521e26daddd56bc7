package dev.fleethealth.streams.query;

import dev.fleethealth.streams.config.QuerySettings;
import dev.fleethealth.streams.query.cluster.PartJson;
import dev.fleethealth.streams.query.http.QueryParts;
import dev.fleethealth.streams.query.http.QueryServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the API and the page with made-up fleets, on the port that is the first argument, until it is ended:
 *
 * <pre>
 * mvn -q -o -Dquick -DskipTests -pl streams-app -am package
 * java -cp streams-app/src/main/resources:streams-app/target/test-classes:streams-app/target/fleet-streams.jar \
 *     dev.fleethealth.streams.query.PagePreview 9480
 * </pre>
 *
 * The page's files are read anew for each request, so changes show at once.
 */
public final class PagePreview {
    private PagePreview() {}

    public static void main(String[] arguments) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        int port = Integer.parseInt(arguments[0]);
        QuerySettings settings = new QuerySettings(
                true,
                "127.0.0.1",
                port,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                true,
                1_000,
                1_000,
                16);
        try (QueryServer server = QueryServer.bind(settings)) {
            server.start(
                    new QueryParts(
                            new SampleFleets(clock),
                            new SampleSilences(clock.instant()),
                            fleet -> "{}",
                            (operation, body) -> new PartJson.Reply(404, body),
                            List.of()),
                    clock);
            new CountDownLatch(1).await();
        }
    }
}
