package dev.fleethealth.streams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.scenario.Scenario.Expected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The transitions of some detectors, in the order of their emission. */
record Timeline(List<Alert> alerts) {
    /** A step of the shortest windows, and of the clock that goes on without events. */
    private static final Duration STEP = Duration.ofSeconds(1);

    static Timeline of(List<Alert> all, List<String> detectors) {
        return new Timeline(all.stream()
                .filter(alert -> detectors.contains(alert.getDetector()))
                .toList());
    }

    void check(List<Expected> expected) {
        List<Alert> opened = only(alerts, AlertState.OPEN);
        assertThat(opened)
                .as(this::toString)
                .extracting(Alert::getDedupKey)
                .containsExactlyElementsOf(
                        expected.stream().map(Expected::dedupKey).toList());
        for (int i = 0; i < expected.size(); i++) {
            String id = opened.get(i).getEpisodeId();
            check(
                    expected.get(i),
                    alerts.stream()
                            .filter(alert -> alert.getEpisodeId().equals(id))
                            .toList());
        }
    }

    private void check(Expected expected, List<Alert> episode) {
        Alert first = episode.get(0);
        Alert last = episode.get(episode.size() - 1);
        assertThat(first.getState()).as(this::toString).isEqualTo(AlertState.OPEN);
        near("openedAt", first.getOpenedAt(), expected.opened(), STEP);
        assertThat(first.getSeverity()).as(this::toString).isEqualTo(Severity.valueOf(expected.severity()));
        assertThat(first.getProbableCause()).as(this::toString).isEqualTo(expected.cause());
        checkIfNamed("devices", first.getDeviceCount(), expected.devices() == null ? null : (long) expected.devices());
        checkIfNamed("threshold", first.getThreshold(), expected.threshold());
        checkIfNamed("baseline", first.getBaseline(), expected.baseline());
        checkAdvice(first, expected.advice());
        checkFacts(first, expected.evidence());
        checkFacts(last, expected.end());
        checkSeverities(expected, episode);
        checkEnd(expected, episode);
    }

    private void checkSeverities(Expected expected, List<Alert> episode) {
        assertThat(episode).as(this::toString).extracting(Alert::getSeverity).isSorted();
        if (expected.rises() != null) {
            Alert risen = episode.stream()
                    .filter(alert -> alert.getSeverity() == Severity.CRITICAL)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("never CRITICAL: " + this));
            near("rises", risen.getUpdatedAt(), expected.rises(), STEP.multipliedBy(2));
        } else {
            assertThat(episode)
                    .as(this::toString)
                    .extracting(Alert::getSeverity)
                    .containsOnly(Severity.valueOf(expected.severity()));
        }
    }

    private void checkEnd(Expected expected, List<Alert> episode) {
        Alert last = episode.get(episode.size() - 1);
        List<Alert> resolved = only(episode, AlertState.RESOLVED);
        assertThat(only(episode, AlertState.OPEN)).as(this::toString).hasSize(1);
        if (expected.resolved().equals("never")) {
            assertThat(resolved).as(this::toString).isEmpty();
        } else {
            assertThat(resolved).as(this::toString).containsExactly(last);
            near("resolvedAt", last.getResolvedAt(), expected.resolved(), STEP.multipliedBy(2));
        }
    }

    private void checkIfNamed(String what, @Nullable Object actual, @Nullable Object wanted) {
        if (wanted != null) {
            assertThat(actual).as(() -> what + " in " + this).isEqualTo(wanted);
        }
    }

    private void checkAdvice(Alert alert, @Nullable String wanted) {
        if (wanted != null) {
            assertThat(alert.getAdvice()).as(this::toString).contains(wanted);
        }
    }

    private void checkFacts(Alert alert, @Nullable Map<String, String> wanted) {
        if (wanted != null) {
            wanted.forEach((fact, text) -> assertThat(alert.getEvidence())
                    .as(this::toString)
                    .hasEntrySatisfying(fact, found -> assertThat(found)
                            .as(() -> fact + " in " + this)
                            .contains(text)));
        }
    }

    private void near(String what, Instant actual, String wanted, Duration slack) {
        assertThat(actual)
                .as(() -> what + " in " + this)
                .isBetween(Times.at(wanted), Times.at(wanted).plus(slack));
    }

    private static List<Alert> only(List<Alert> alerts, AlertState state) {
        return alerts.stream().filter(alert -> alert.getState() == state).toList();
    }

    @Override
    public String toString() {
        return alerts.stream().map(Timeline::words).collect(Collectors.joining("\n  ", "timeline:\n  ", "\n"));
    }

    private static String words(Alert alert) {
        return "%s %s %s at %s, opened %s, resolved %s: %s of %s, %d devices, %s, %s, %s"
                .formatted(
                        alert.getState(),
                        alert.getSeverity(),
                        alert.getDedupKey(),
                        Times.words(alert.getUpdatedAt()),
                        Times.words(alert.getOpenedAt()),
                        alert.getResolvedAt() == null ? "-" : Times.words(alert.getResolvedAt()),
                        alert.getObserved(),
                        alert.getThreshold(),
                        alert.getDeviceCount(),
                        alert.getProbableCause(),
                        alert.getSummary(),
                        alert.getEvidence());
    }
}
