package dev.fleethealth.demo;

import dev.fleethealth.demo.Console.Style;
import dev.fleethealth.demo.stack.Ports;

/** Tells the reader where to look. */
final class Hints {
    private static final String TEXT = """

            Where to look:
              bridge       http://127.0.0.1:%1$d/metrics   (also /livez and /readyz)
              streams app  http://127.0.0.1:%2$d/metrics
              web page     http://127.0.0.1:%5$d/   (also /openapi.yaml and /v1/fleets)
              events       demo/run --read fleet.connection-events%4$s
              alerts       demo/run --read fleet.alerts%4$s
              schemas      %3$s/subjects
            Windows and clearing times are shorter here than in production, so that every alert resolves within the
            story: demo/streams.yaml says which. Nothing else differs.
            """;

    private Hints() {}

    static void print(Console console, Ports ports) {
        console.print(
                Style.PLAIN,
                TEXT.formatted(
                        ports.bridge(), ports.streams(), ports.registryUrl(), ports.optionsToRead(), ports.query()));
    }
}
