package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts a transition into the words and numbers of an {@link Alert}. */
public final class AlertComposer {
    private static final int LONGEST_SUMMARY = 200;

    private final AdviceBook advice;

    public AlertComposer(AdviceBook advice) {
        this.advice = advice;
    }

    /**
     * An alert that opens or changes.
     *
     * @param now event time of the transition
     */
    Alert compose(
            Subject subject,
            Transition transition,
            Detector detector,
            Reading reading,
            Verdict verdict,
            Finding finding,
            Instant now) {
        Episode episode = transition.episode();
        return Alert.newBuilder()
                .setDedupKey(episode.dedupKey())
                .setEpisodeId(episode.id())
                .setDetector(subject.detector())
                .setState(transition.state())
                .setSeverity(episode.severity())
                .setScope(subject.scope())
                .setFleet(subject.fleet())
                .setClientId(subject.scope() == Scope.DEVICE ? subject.name() : null)
                .setNode(subject.scope() == Scope.NODE ? subject.name() : null)
                .setOpenedAt(episode.openedAt())
                .setUpdatedAt(now)
                .setWindowStart(reading.at().minus(detector.window()))
                .setWindowEnd(reading.at())
                .setObserved(verdict.observed())
                .setThreshold(verdict.threshold())
                .setBaseline(verdict.baseline().isPresent() ? verdict.baseline().getAsDouble() : null)
                .setDeviceCount(deviceCount(subject, reading))
                .setSampleDevices(reading.sampleDevices())
                .setCategories(categories(reading))
                .setProbableCause(episode.cause().id())
                .setEvidence(evidence(subject, reading, finding))
                .setSummary(cut(subject.words() + ": " + finding.summary()))
                .setAdvice(advice.adviceFor(subject.detector(), episode.cause(), reading))
                .setRunbook("docs/runbooks/" + subject.detector() + ".md")
                .build();
    }

    /**
     * An alert that gets worse while its numbers fall, because the devices do not come back: as it read at its worst,
     * with what became of it so far.
     *
     * @param now event time of the transition
     */
    Alert worsen(Alert worst, Episode episode, Map<String, String> outcome, Instant now) {
        return afterwards(worst, episode, outcome, now)
                .setState(AlertState.UPDATED)
                .build();
    }

    /**
     * An alert that is over: as it read at its worst, for what an operator wants to know then is what it was, and what
     * became of it.
     *
     * @param now event time of the transition
     */
    Alert resolve(Alert worst, Episode episode, Map<String, String> outcome, Instant now) {
        Instant clearedAt = Objects.requireNonNull(episode.clearedAt());
        long seconds = Duration.between(episode.openedAt(), clearedAt).toSeconds();
        return afterwards(worst, episode, outcome, now)
                .setState(AlertState.RESOLVED)
                .setResolvedAt(clearedAt)
                .setSummary(cut("Over after " + seconds + " s: " + worst.getSummary()))
                .build();
    }

    private static Alert.Builder afterwards(Alert worst, Episode episode, Map<String, String> outcome, Instant now) {
        Map<String, String> evidence = new HashMap<>(worst.getEvidence());
        evidence.putAll(outcome);
        return Alert.newBuilder(worst)
                .setEvidence(evidence)
                .setSeverity(episode.severity())
                .setProbableCause(episode.cause().id())
                .setUpdatedAt(now);
    }

    private static long deviceCount(Subject subject, Reading reading) {
        return subject.scope() == Scope.DEVICE
                ? 1
                : Math.max(reading.devices(), reading.cohort().devices());
    }

    private static Map<String, Long> categories(Reading reading) {
        Map<String, Long> named = new TreeMap<>();
        reading.categories().forEach((Category category, Long count) -> named.put(category.name(), count));
        return named;
    }

    /** What every alert shows if it is known; the detector's own evidence goes before it. */
    private static Map<String, String> evidence(Subject subject, Reading reading, Finding finding) {
        Evidence common = new Evidence().withTally("nodes", reading.tally(Fact.NODE));
        if (subject.scope() == Scope.FLEET) {
            common.withTally("networks", reading.tally(Fact.NETWORK))
                    .with("shareOfFleet", percent(reading.devices(), reading.population()));
        }
        Map<String, String> evidence = common.toMap();
        evidence.putAll(finding.evidence());
        evidence.putAll(finding.outcome());
        return evidence;
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "unknown" : Math.round(100.0 * part / whole) + " %";
    }

    private static String cut(String summary) {
        return summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY - 1) + "…";
    }
}
