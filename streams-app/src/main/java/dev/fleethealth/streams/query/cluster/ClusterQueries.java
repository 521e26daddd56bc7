package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Fleet;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.Freshness;
import dev.fleethealth.streams.query.Online;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import dev.fleethealth.streams.query.cluster.Gathering.Gathered;
import dev.fleethealth.streams.query.diagnosis.Diagnoser;
import dev.fleethealth.streams.query.timeline.OnlineAnswers;
import dev.fleethealth.streams.query.timeline.Replay;
import dev.fleethealth.streams.query.timeline.Timelines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the instance where a device lives, or all of them, and puts their answers together. */
public final class ClusterQueries implements FleetQueries {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String NO_FLEET = "no fleet of that name is known";

    /** Alerts that are open at one moment; more say nothing more of one device. */
    private static final int MOST_OPEN_ALERTS = 1_000;

    private final Gathering gathering;
    private final DeviceFinder devices;
    private final Timelines timelines;
    private final OnlineAnswers onlineAnswers;
    private final Diagnoser diagnoser;
    private final InstantSource clock;

    /**
     * For the instances that the routing knows.
     *
     * @param executor asks several of them at the same time
     * @param history makes a device of its state
     */
    public ClusterQueries(
            Routing routing,
            Executor executor,
            DeviceHistory history,
            Replay replay,
            Diagnoser diagnoser,
            InstantSource clock) {
        this.gathering = new Gathering(routing, executor);
        this.devices = new DeviceFinder(routing, gathering, new DeviceViews(history));
        this.timelines = new Timelines(replay);
        this.onlineAnswers = new OnlineAnswers(replay);
        this.diagnoser = diagnoser;
        this.clock = clock;
    }

    @Override
    public Answer<Page<Fleet>> fleets(FleetQuery query) {
        FleetQuery oneMore = new FleetQuery(query.search(), query.after(), query.limit() + 1);
        Instant now = clock.instant();
        return answer(() -> {
            Gathered<List<FleetShare>> shares = gathering.ask(part -> part.fleets(oneMore, now));
            List<Alert> open = openAlerts();
            Page<FleetShare> page = Merged.fleets(shares.values(), query.limit());
            List<Fleet> fleets = page.items().stream()
                    .map(share -> FleetViews.of(share, open))
                    .toList();
            return new Answer.Known<>(new Page<>(fleets, page.next()), shares.freshness());
        });
    }

    @Override
    public Answer<Fleet> fleet(String name) {
        Instant now = clock.instant();
        return answer(() -> {
            Gathered<Optional<FleetShare>> shares = gathering.ask(part -> part.fleet(name, now));
            return found(
                    shares.values().stream().flatMap(Optional::stream).reduce(FleetShare::plus),
                    share -> FleetViews.of(share, openAlerts()),
                    shares.freshness(),
                    NO_FLEET);
        });
    }

    @Override
    public Answer<List<ActivityStep>> activity(String fleet, TimeSpan span, Duration step) {
        return answer(() -> {
            Gathered<Optional<List<ActivityStep>>> steps = gathering.ask(part -> part.activity(fleet, span, step));
            return found(
                    steps.values().stream().flatMap(Optional::stream).reduce(ActivitySteps::plus),
                    whole -> whole,
                    steps.freshness(),
                    NO_FLEET);
        });
    }

    @Override
    public Answer<Page<Device>> devices(DeviceQuery query) {
        return answer(() -> {
            Gathered<Page<Device>> pages = gathering.ask(part -> part.devices(query));
            Page<Device> page = Merged.devices(pages.values(), query.fleet(), query.limit());
            return page.items().isEmpty() && !isFleet(query.fleet())
                    ? notFound(NO_FLEET, pages.freshness())
                    : new Answer.Known<>(page, pages.freshness());
        });
    }

    @Override
    public Answer<Device> device(DeviceName name) {
        return answer(() -> devices.find(name, found -> found.known(found.device())));
    }

    @Override
    public Answer<Timeline> timeline(DeviceName name, TimeSpan span) {
        return answer(() -> devices.find(
                name, found -> found.known(timelines.of(found.device(), found.past(), span, found.newestEvent()))));
    }

    @Override
    public Answer<Online> online(DeviceName name, Instant at) {
        return answer(() -> devices.find(name, found -> found.known(onlineAnswers.at(found.past(), at))));
    }

    @Override
    public Answer<Online> online(DeviceName name, TimeSpan span) {
        return answer(() -> devices.find(name, found -> found.known(onlineAnswers.in(found.past(), span))));
    }

    @Override
    public Answer<Diagnosis> diagnosis(DeviceName name, Instant at) {
        return answer(() -> devices.find(name, found -> {
            Gathered<Page<Alert>> alerts = gathering.ask(part -> part.alerts(openAt(at)));
            List<Alert> open = Merged.alerts(alerts.values(), MOST_OPEN_ALERTS).items();
            return new Answer.Known<>(
                    diagnoser.diagnose(found.device(), found.past(), at, open),
                    new Freshness(
                            found.newestEvent(),
                            found.behind(),
                            alerts.freshness().instances(),
                            alerts.freshness().missing()));
        }));
    }

    @Override
    public Answer<Page<Alert>> alerts(AlertQuery query) {
        query.after().ifPresent(AlertPages::check);
        return answer(() -> {
            Gathered<Page<Alert>> pages = gathering.ask(part -> part.alerts(query));
            return new Answer.Known<>(Merged.alerts(pages.values(), query.limit()), pages.freshness());
        });
    }

    private static AlertQuery openAt(Instant at) {
        return new AlertQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TimeSpan(at, at.plusMillis(1))),
                Optional.empty(),
                MOST_OPEN_ALERTS);
    }

    private List<Alert> openAlerts() {
        return gathering.ask(Part::openAlerts).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private boolean isFleet(String name) {
        return gathering.ask(part -> part.fleet(name, clock.instant())).values().stream()
                .anyMatch(Optional::isPresent);
    }

    private static <S, T> Answer<T> found(Optional<S> found, Function<S, T> view, Freshness freshness, String what) {
        return found.<Answer<T>>map(each -> new Answer.Known<>(view.apply(each), freshness))
                .orElseGet(() -> notFound(what, freshness));
    }

    /** An instance that is silent may have it. */
    static <T> Answer<T> notFound(String what, Freshness freshness) {
        return freshness.missing() > 0
                ? new Answer.Unavailable<>("an instance that may know it does not answer", RETRY_AFTER)
                : new Answer.NotFound<>(what);
    }

    private static <T> Answer<T> answer(Supplier<Answer<T>> question) {
        try {
            return question.get();
        } catch (PartUnavailableException e) {
            return new Answer.Unavailable<>(e.why(), e.retryAfter());
        }
    }
}
