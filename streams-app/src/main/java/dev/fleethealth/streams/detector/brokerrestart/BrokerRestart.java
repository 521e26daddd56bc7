package dev.fleethealth.streams.detector.brokerrestart;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A broker node that says it stops, or that sends its devices away. Mostly somebody's own work; it explains the herd of
 * reconnects that follows.
 */
record BrokerRestart(BrokerRestartSettings settings) implements Detector {
    static final String ID = "broker-restart";

    private static final Set<Category> SENT_AWAY = EnumSet.of(Category.SERVER_SHUTDOWN, Category.SERVER_REDIRECT);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Scope scope() {
        return Scope.NODE;
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    /** "None" for that long: the window itself must be empty, and its length counts. */
    @Override
    public Duration clearsAfter() {
        Duration rest = settings.clearsAfter().minus(settings.window());
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        if (happening.event().type() == EventType.BROKER_STOPPING) {
            Facts facts = Facts.nodeAndNetworkOf(happening.event()).with(Fact.BROKER_STOPPING, "yes");
            return Optional.of(new Occurrence(happening.at(), facts));
        }
        return happening instanceof Happening.Ended ended
                        && SENT_AWAY.contains(ended.ending().category())
                ? Optional.of(new Occurrence(ended.at(), facts(ended)))
                : Optional.empty();
    }

    private static Facts facts(Happening.Ended ended) {
        Facts facts = Facts.nodeAndNetworkOf(ended.event());
        return ended.event().node() == null
                ? facts.with(Fact.NODE, ended.connection().map(Connection::node).orElse(null))
                : facts;
    }

    @Override
    public Verdict judge(Reading reading) {
        return Verdict.of(level(reading), Severity.INFO, reading.devices(), settings.devices());
    }

    private Level level(Reading reading) {
        if (reading.devices() >= settings.devices() || saidSo(reading)) {
            return Level.FIRING;
        }
        return reading.occurrences() == 0 ? Level.BELOW : Level.HOLDING;
    }

    private static boolean saidSo(Reading reading) {
        return !reading.tally(Fact.BROKER_STOPPING).isEmpty();
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return ProbableCause.BROKER_RESTART;
    }

    @Override
    public Finding explain(Reading reading) {
        String what = saidSo(reading) ? "the broker said that it stops, and sent" : "the broker sent";
        String summary = "%s %d devices away within %d s".formatted(what, reading.devices(), window().toSeconds());
        return new Finding(summary, Map.of());
    }
}
