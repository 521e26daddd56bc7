package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.streams.delivery.Limits;
import dev.fleethealth.streams.delivery.Route;
import dev.fleethealth.streams.delivery.Silence;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told of alerts. Without any target, nobody is, and nothing runs.
 *
 * @param ledgerTopic where delivery remembers what it told
 * @param silencesTopic silences that come while it runs
 * @param maxAge alerts whose newest state is older are not told any more
 * @param causeWait how long an alert waits for the one that explains it to be told
 * @param causeLinger how long it stays held back after that one is over
 * @param links what targets link to
 * @param targets who is told
 * @param routes the first that matches decides; without any, all alerts go to all targets
 * @param silences times in which some alerts are not told
 */
public record DeliverySettings(
        @Default("fleet.alerts.deliveries") String ledgerTopic,
        @Default("fleet.silences") String silencesTopic,
        @Default("24h") Duration maxAge,
        @Default("10s") Duration causeWait,
        @Default("5m") Duration causeLinger,
        LinkSettings links,
        List<TargetSettings> targets,
        List<RouteSettings> routes,
        List<SilenceSettings> silences) {
    public DeliverySettings {
        topic("ledger-topic", ledgerTopic);
        topic("silences-topic", silencesTopic);
        Setting.inRange("max-age", maxAge, Duration.ofMinutes(1), Duration.ofDays(30));
        Setting.inRange("cause-wait", causeWait, Duration.ZERO, Duration.ofMinutes(5));
        Setting.inRange("cause-linger", causeLinger, Duration.ZERO, Duration.ofHours(1));
        unique("targets", targets.stream().map(TargetSettings::name));
        unique("silences", silences.stream().map(SilenceSettings::id));
        checkRoutes(targets, routes);
    }

    public boolean isOn() {
        return !targets.isEmpty();
    }

    public List<Route> routeList() {
        return routes.stream().map(RouteSettings::route).toList();
    }

    public List<Silence> silenceList() {
        return silences.stream().map(SilenceSettings::silence).toList();
    }

    /** The numbers of one target. */
    public Limits limitsOf(TargetSettings target) {
        LimitSettings limits = target.limits();
        return new Limits(
                limits.callsPerMinute(),
                limits.inFlight(),
                limits.firstRetry(),
                limits.longestRetry(),
                limits.flood(),
                limits.floodWindow(),
                maxAge,
                causeWait,
                causeLinger);
    }

    private static void topic(String key, String name) {
        Setting.check(
                name.matches("[A-Za-z0-9._-]{1,249}"), key, "expected a name of a Kafka topic, was \"" + name + '"');
    }

    private static void unique(String key, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> {
            Setting.check(
                    name.matches("[A-Za-z0-9._-]{1,60}"),
                    key,
                    "expected names of letters, digits, dots, underscores and hyphens, was \"" + name + '"');
            Setting.check(seen.add(name), key, "expected different names, \"" + name + "\" stands twice");
        });
    }

    private static void checkRoutes(List<TargetSettings> targets, List<RouteSettings> routes) {
        List<String> known = targets.stream().map(TargetSettings::name).toList();
        for (int index = 0; index < routes.size(); index++) {
            for (String target : routes.get(index).targets()) {
                Setting.check(
                        known.contains(target),
                        "routes[" + index + "].targets",
                        "expected names of targets (" + String.join(", ", known) + "), was \"" + target + '"');
            }
        }
    }
}
