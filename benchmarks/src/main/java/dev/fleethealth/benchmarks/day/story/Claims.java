package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.Expectation;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Span;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.Thresholds;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the specification asks for of incidents: thresholds, windows, severities and when an alert is over. */
final class Claims {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CLEAR = Duration.ofMinutes(2);

    /** How long a resolution is held back, and how long its news may take: reports come up to 30 s late. */
    private static final Duration HELD_BACK = Duration.ofSeconds(60 + 35);

    private final FleetDay day;
    private final Thresholds thresholds;
    private final String incident;
    private final Optional<String> causedBy;

    Claims(FleetDay day, String incident) {
        this(day, incident, Optional.empty());
    }

    private Claims(FleetDay day, String incident, Optional<String> causedBy) {
        this.day = day;
        this.thresholds = day.thresholds();
        this.incident = incident;
        this.causedBy = causedBy;
    }

    /** The same, for alerts that an alert of that detector explains. */
    Claims explainedBy(String detector) {
        return new Claims(day, incident, Optional.of(detector));
    }

    Expectation storm(List<Step> reconnects, String cause) {
        return storm(reconnects, Crossing.last(reconnects), cause);
    }

    /** @param last the last reconnect that belongs to it */
    Expectation storm(List<Step> reconnects, Instant last, String cause) {
        Span opened = Crossing.of(reconnects, thresholds.storm(), MINUTE);
        Span resolved = over(last.plus(MINUTE), last.plus(MINUTE).plus(CLEAR), MINUTE);
        return fleet("reconnection-storm", opened, severity(reconnects), Set.of(cause), resolved);
    }

    Expectation keepaliveSurge(List<Step> timeouts) {
        Duration window = Duration.ofMinutes(2);
        Instant last = Crossing.last(timeouts);
        return fleet(
                "keepalive-timeout-surge",
                Crossing.of(timeouts, thresholds.surge(), window),
                severity(timeouts),
                Set.of("network-outage"),
                over(last.plus(MINUTE), last.plus(window).plus(CLEAR), window));
    }

    Expectation authBurst(List<Step> firstRefusals, Instant last, String... causes) {
        Span opened = Crossing.of(firstRefusals, thresholds.surge(), MINUTE);
        Span resolved = over(
                Crossing.last(firstRefusals).plus(MINUTE), last.plus(MINUTE).plus(CLEAR), MINUTE);
        return fleet("auth-failure-burst", opened, severity(firstRefusals), Set.of(causes), resolved);
    }

    /** @param enoughBack when 90 % of the devices are back */
    Expectation expiries(List<Step> expiries, Instant enoughBack, Severity severity) {
        Span opened = Crossing.of(expiries, thresholds.expiry(), MINUTE);
        Instant quiet = Crossing.last(expiries).plus(MINUTE);
        Instant least = quiet.isAfter(enoughBack) ? quiet : enoughBack;
        Span resolved = over(least, least.plus(MINUTE).plus(CLEAR), MINUTE);
        return fleet("jwt-expiry-cluster", opened, severity, Set.of("credential-expiry"), resolved);
    }

    /** @param over when 90 % of them are back, or 60 min after the last left */
    Expectation massDisconnect(List<Step> losses, Instant over, String cause) {
        Span opened = Crossing.of(losses, thresholds.massDisconnect(), MINUTE);
        return fleet("mass-disconnect", opened, severity(losses), Set.of(cause), over(over, over, MINUTE));
    }

    /** @param refusals all of them, by whatever device */
    Expectation capacity(List<Step> refusals) {
        Span opened = Crossing.of(refusals, 5, MINUTE);
        Instant clear = Crossing.last(refusals).plus(CLEAR);
        return fleet(
                "capacity-exhausted",
                opened,
                Severity.CRITICAL,
                Set.of("capacity-limit"),
                over(clear, clear.plus(MINUTE), MINUTE));
    }

    /** @param node none where the broker does not name it */
    Expectation brokerRestart(Optional<String> node, Span opened, Instant last) {
        return day.expect(new Expectation(
                incident,
                "broker-restart",
                Scope.NODE,
                day.name(),
                node,
                opened,
                Severity.INFO,
                Set.of("broker-restart"),
                over(last.plus(CLEAR), last.plus(CLEAR).plus(MINUTE), MINUTE),
                Optional.empty()));
    }

    /** @param clears how long nothing may happen until it is over */
    Expectation device(String detector, Device device, List<Step> steps, int threshold, Duration window, String cause) {
        Instant clear = Crossing.last(steps).plus(window);
        return device(detector, device, steps, threshold, window, cause, over(clear, clear, window));
    }

    Expectation device(
            String detector,
            Device device,
            List<Step> steps,
            int threshold,
            Duration window,
            String cause,
            Span resolved) {
        return day.expect(new Expectation(
                incident,
                detector,
                Scope.DEVICE,
                day.name(),
                Optional.of(device.clientId()),
                Crossing.of(steps, threshold, window),
                Severity.WARNING,
                Set.of(cause),
                resolved,
                Optional.empty()));
    }

    Expectation fleet(String detector, Span opened, Severity severity, Set<String> causes, Span resolved) {
        return day.expect(new Expectation(
                incident,
                detector,
                Scope.FLEET,
                day.name(),
                Optional.empty(),
                opened,
                severity,
                causes,
                resolved,
                causedBy));
    }

    /** Resolved between the two, and as much later as holding it back and the steps of its window may take. */
    static Span over(Instant earliest, Instant latest, Duration window) {
        return new Span(
                earliest.minusSeconds(1),
                latest.plus(HELD_BACK).plus(window.dividedBy(12).multipliedBy(2)));
    }

    private Severity severity(List<Step> steps) {
        return steps.size() >= thresholds.critical() ? Severity.CRITICAL : Severity.WARNING;
    }
}
