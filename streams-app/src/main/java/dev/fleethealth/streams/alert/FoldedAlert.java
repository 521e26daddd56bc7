package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.ProbableCause;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many alerts of single devices, told as one alert of their fleet. */
final class FoldedAlert {
    private static final String MARK = "foldedAlerts";
    private static final int MOST_SAMPLES = 10;

    private final AdviceBook advice;

    FoldedAlert(AdviceBook advice) {
        this.advice = advice;
    }

    /** Whether an alert is such a summary. */
    static boolean isOne(Alert alert) {
        return alert.getScope() == Scope.FLEET && alert.getEvidence().containsKey(MARK);
    }

    /**
     * The summary of the folded alerts.
     *
     * @param first what the summary opened with; the newest folded alert when it opens now
     * @param told how many devices have alerts of their own
     */
    Alert of(AlertState state, Alert first, Alert newest, Collection<Alert> folded, int told) {
        Subject subject = new Subject(newest.getDetector(), Scope.FLEET, newest.getFleet(), "");
        String cause = causeOf(folded);
        Alert summary = Alert.newBuilder(newest)
                .setDedupKey(subject.dedupKey())
                .setEpisodeId(subject.dedupKey() + "@" + first.getOpenedAt().toEpochMilli())
                .setState(state)
                .setScope(Scope.FLEET)
                .setClientId(null)
                .setSeverity(Severity.WARNING)
                .setOpenedAt(first.getOpenedAt())
                .setResolvedAt(null)
                .setThreshold(1)
                .setCategories(categoriesOf(folded))
                .setProbableCause(cause)
                .setAdvice(advice.adviceFor(newest.getDetector(), ProbableCause.ofId(cause)))
                .build();
        return grown(summary, folded, told);
    }

    /** The summary with the number of devices that are folded now; cheap, for it is asked with each device more. */
    Alert grown(Alert summary, Collection<Alert> folded, int told) {
        int devices = folded.size();
        return Alert.newBuilder(summary)
                .setObserved(devices)
                .setDeviceCount(devices)
                .setSampleDevices(samplesOf(folded))
                .setEvidence(Map.of(MARK, String.valueOf(devices), "devicesWithAlertsOfTheirOwn", String.valueOf(told)))
                .setSummary("%s: %d more of its devices, besides %d with alerts of their own"
                        .formatted(Subject.of(summary).words(), devices, told))
                .build();
    }

    private static List<String> samplesOf(Collection<Alert> folded) {
        return folded.stream()
                .map(Alert::getClientId)
                .filter(Objects::nonNull)
                .limit(MOST_SAMPLES)
                .toList();
    }

    private static Map<String, Long> categoriesOf(Collection<Alert> folded) {
        Map<String, Long> sum = new TreeMap<>();
        folded.forEach(
                alert -> alert.getCategories().forEach((category, count) -> sum.merge(category, count, Long::sum)));
        return sum;
    }

    /** The cause of most of them; what is an unstable link on one device is a network outage on many. */
    private static String causeOf(Collection<Alert> folded) {
        Map<String, Long> causes = new HashMap<>(folded.stream()
                .map(Alert::getProbableCause)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        String most = MostFrequent.first(causes).keySet().iterator().next();
        boolean many = folded.size() > 1;
        return many && most.equals(ProbableCause.UNSTABLE_LINK.id()) ? ProbableCause.NETWORK_OUTAGE.id() : most;
    }
}
