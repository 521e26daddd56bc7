package dev.fleethealth.streams.detector.jwtexpirycluster;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials of many devices run out within a minute of each other, mostly because they were issued together. Harmless
 * where the devices come back with new ones; it takes the fleet down where they do not.
 */
record JwtExpiryCluster(JwtExpiryClusterSettings settings) implements Detector {
    static final String ID = "jwt-expiry-cluster";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Scope scope() {
        return Scope.FLEET;
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public Duration clearsAfter() {
        return settings.clearsAfter();
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        if (happening instanceof Happening.Ended ended
                && isExpiry(ended.ending().category())) {
            return Optional.of(new Occurrence(ended.at(), facts(ended)));
        }
        return happening instanceof Happening.Refused refused
                        && isExpiry(refused.ending().category())
                ? Optional.of(new Occurrence(refused.at(), Facts.nodeAndNetworkOf(refused.event())))
                : Optional.empty();
    }

    private static boolean isExpiry(Category category) {
        return category == Category.CREDENTIAL_EXPIRED;
    }

    private static Facts facts(Happening.Ended ended) {
        return Facts.nodeAndNetworkOf(ended.event())
                .with(
                        Fact.TOKEN_LIFETIME,
                        TokenLifetime.seenBy(ended).map(TokenLifetime::words).orElse(null));
    }

    @Override
    public Verdict judge(Reading reading) {
        long threshold = settings.threshold(reading.population());
        Level level = level(reading, threshold);
        boolean isOfAnAlert = level == Level.FIRING || reading.openedBy().isPresent();
        return Verdict.of(level, isOfAnAlert ? severity(reading) : Severity.WARNING, reading.devices(), threshold);
    }

    private Level level(Reading reading, long threshold) {
        Level level = Levels.ofDevices(reading, threshold);
        if (level != Level.FIRING && isSinceLastExpiry(settings.overAfter(), reading)) {
            return Level.OVER;
        }
        boolean waiting = level == Level.BELOW
                && reading.openedBy().isPresent()
                && reading.cohort().shareBack() < settings.shareBack();
        return waiting ? Level.BELOW_BUT_WAITING : level;
    }

    private Severity severity(Reading reading) {
        Cohort cohort = reading.cohort();
        boolean stillAway = isSinceLastExpiry(settings.criticalAfter(), reading) && cohort.shareBack() < 0.5;
        boolean refused = cohort.refused() > 0 && 2 * cohort.refused() >= cohort.devices();
        return stillAway || refused ? Severity.CRITICAL : Severity.WARNING;
    }

    private static boolean isSinceLastExpiry(Duration time, Reading reading) {
        return reading.newestOccurrence()
                .filter(last -> !reading.at().isBefore(last.plus(time)))
                .isPresent();
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return ProbableCause.of(reading);
    }

    @Override
    public Finding explain(Reading reading) {
        Map<String, Long> lifetimes = reading.tally(Fact.TOKEN_LIFETIME);
        Map<String, String> evidence =
                lifetimes.isEmpty() ? Map.of() : Map.of("tokenLifetimes", MostFrequent.words(lifetimes));
        String summary = "Credentials of %d of %d devices expired within %d s"
                .formatted(reading.devices(), reading.population(), window().toSeconds());
        return new Finding(summary, evidence, outcome(reading.cohort()));
    }

    private static Map<String, String> outcome(Cohort cohort) {
        Map<String, String> outcome = new HashMap<>();
        String soon = cohort.meanTimeBack()
                .map(time -> ", after " + time.toSeconds() + " s on average")
                .orElse("");
        outcome.put("back", cohort.back() + " of " + cohort.devices() + soon);
        if (cohort.refused() > 0) {
            outcome.put("refused", cohort.refused() + " of " + cohort.devices());
        }
        return outcome;
    }
}
