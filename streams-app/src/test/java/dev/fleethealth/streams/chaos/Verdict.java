package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The alerts on Kafka against those of the model: of devices each opening, to the millisecond, and each resolution; of
 * fleets each opening.
 *
 * @param expected how many the model has
 * @param missing what only the model has
 * @param surplus what only Kafka has; a transition that came twice is one of them
 */
record Verdict(int expected, List<String> missing, List<String> surplus) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Waits until all that was sent is worked on and nothing is missing any more, but not for ever. */
    static Verdict of(World world, AlertWatch watch, Instance any) throws IOException {
        List<String> model = marks(Model.of(Optional.of(any.configuration()), world.recording()));
        world.awaitNoLag(PATIENCE);
        try {
            await().atMost(PATIENCE)
                    .until(() -> without(model, marks(watch.alerts())).isEmpty());
        } catch (ConditionTimeoutException late) {
            // What is still missing is said below.
        }
        List<String> found = marks(watch.alerts());
        return new Verdict(model.size(), without(model, found), without(found, model));
    }

    void assertSame() {
        assertThat(expected).isPositive();
        assertThat(missing).as("missing").isEmpty();
        assertThat(surplus).as("surplus").isEmpty();
    }

    String words() {
        return "%,d transitions expected, %d missing, %d surplus".formatted(expected, missing.size(), surplus.size());
    }

    private static List<String> marks(List<Alert> alerts) {
        return alerts.stream().flatMap(Verdict::mark).toList();
    }

    private static Stream<String> mark(Alert alert) {
        if (alert.getScope() == Scope.DEVICE) {
            return alert.getState() == AlertState.UPDATED
                    ? Stream.empty()
                    : Stream.of(alert.getState() + " " + alert.getEpisodeId());
        }
        return alert.getState() == AlertState.OPEN ? Stream.of("OPEN " + alert.getDedupKey()) : Stream.empty();
    }

    /** Each as often as it is more often there. */
    private static List<String> without(List<String> some, List<String> others) {
        Map<String, Long> left =
                new HashMap<>(others.stream().collect(Collectors.groupingBy(mark -> mark, Collectors.counting())));
        List<String> rest = new ArrayList<>();
        for (String mark : some) {
            if (left.merge(mark, -1L, Long::sum) < 0) {
                rest.add(mark);
            }
        }
        return rest;
    }
}
