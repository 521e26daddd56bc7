package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one page that stands for all alerts folded on a lane. It is an alert like the others, of the detector {@value OwnPage#FLOOD},
 * so that targets show it as they show any.
 */
final class FloodPage {
    private static final int MOST_NAMED = 10;

    private FloodPage() {}

    static String keyOf(String lane) {
        return OwnPage.FLOOD + "/" + Scope.FLEET + "/" + lane;
    }

    /** The page of a lane on which alerts are folded. */
    static Alert open(String lane, Collection<Alert> folded, Instant openedAt, Instant now) {
        Map<String, Long> detectors = counts(folded, Alert::getDetector);
        Map<String, Long> fleets = counts(folded, Alert::getFleet);
        return Alert.newBuilder()
                .setDedupKey(keyOf(lane))
                .setEpisodeId(keyOf(lane) + "@" + openedAt.toEpochMilli())
                .setDetector(OwnPage.FLOOD)
                .setState(openedAt.equals(now) ? AlertState.OPEN : AlertState.UPDATED)
                .setSeverity(folded.stream()
                        .map(Alert::getSeverity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.WARNING))
                .setScope(Scope.FLEET)
                .setFleet(lane)
                .setOpenedAt(openedAt)
                .setUpdatedAt(now)
                .setWindowStart(openedAt)
                .setWindowEnd(now)
                .setObserved(folded.size())
                .setThreshold(0)
                .setDeviceCount(folded.stream().mapToLong(Alert::getDeviceCount).sum())
                .setSampleDevices(samples(folded))
                .setProbableCause("unknown")
                .setEvidence(Map.of("detectors", named(detectors), "fleets", named(fleets)))
                .setSummary("%d more alerts, of %d fleets; most are %s"
                        .formatted(
                                folded.size(),
                                fleets.size(),
                                detectors.keySet().iterator().next()))
                .setAdvice("So many alerts at one time usually have one cause: look at what the fleets have in common, "
                        + "such as a broker, a network or a release. Each alert is on Kafka and in the metrics.")
                .setRunbook("docs/delivery.md")
                .build();
    }

    private static List<String> samples(Collection<Alert> folded) {
        return folded.stream()
                .map(Alert::getDedupKey)
                .sorted()
                .limit(MOST_NAMED)
                .toList();
    }

    /** Most frequent first. */
    private static Map<String, Long> counts(Collection<Alert> folded, Function<Alert, String> property) {
        Map<String, Long> counted =
                folded.stream().collect(Collectors.groupingBy(property, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }

    private static String named(Map<String, Long> counts) {
        String first = counts.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return counts.size() > MOST_NAMED ? first + ", …" : first;
    }
}
