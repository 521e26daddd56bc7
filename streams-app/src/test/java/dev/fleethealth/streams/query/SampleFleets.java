package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Answers about fleets that are made up: busy, quiet, empty and hostile ones, and one that can't be known now. */
public final class SampleFleets implements FleetQueries {
    /** Client id that a page must show as text. */
    public static final String HOSTILE_DEVICE = SampleDevices.HOSTILE;

    /** Client id as Google Cloud IoT Core and ClearBlade have it. */
    public static final String CLEARBLADE_DEVICE = SampleDevices.CLEARBLADE;

    /** Client id that two fleets have. */
    public static final String AMBIGUOUS_DEVICE = SampleDevices.IN_TWO_FLEETS;

    /** Client id of a device whose connections are all taken over. */
    public static final String TAKEN_OVER_DEVICE = SampleDevices.TAKEN_OVER;

    /** User name of all devices, which a bundle must not show. */
    public static final String USER_NAME = SampleDevices.USER;

    /** Fleet that exists and can't be asked now. */
    public static final String UNAVAILABLE = "moving";

    private static final Map<String, Long> KNOWN = known();

    private final InstantSource clock;
    private final Instant start;

    public SampleFleets(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    private static Map<String, Long> known() {
        Map<String, Long> known = new LinkedHashMap<>();
        known.put("<b onmouseover=alert(1)>fleet</b>", 3L);
        known.put("empty", 0L);
        known.put("lab", 12L);
        known.put("pumps", 40L);
        known.put("scooters", 120L);
        for (int site = 1; site <= 15; site++) {
            known.put("site-%02d".formatted(site), 20L + site);
        }
        return known;
    }

    @Override
    public Answer<Page<Fleet>> fleets(FleetQuery query) {
        List<Fleet> fleets = KNOWN.keySet().stream()
                .filter(name -> matches(query.search(), name))
                .map(this::current)
                .toList();
        return page(fleets, Fleet::name, query.after(), query.limit());
    }

    @Override
    public Answer<Fleet> fleet(String name) {
        if (name.equals(UNAVAILABLE)) {
            return new Answer.Unavailable<>("partitions move between instances", Duration.ofSeconds(2));
        }
        return KNOWN.containsKey(name) ? answer(current(name)) : new Answer.NotFound<>("no fleet \"" + name + '"');
    }

    @Override
    public Answer<List<ActivityStep>> activity(String fleet, TimeSpan span, Duration step) {
        return then(fleet(fleet), any -> {
            List<ActivityStep> steps = new ArrayList<>();
            for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(step)) {
                long minute = at.getEpochSecond() / 60;
                long quiet = KNOWN.getOrDefault(fleet, 0L) / 20;
                long storm = fleet.equals("scooters") && minute % 30 < 3 ? 40 : 0;
                steps.add(new ActivityStep(
                        at,
                        quiet + storm,
                        KNOWN.getOrDefault(fleet, 0L) * 9 / 10 - storm,
                        Map.of(
                                Category.NORMAL,
                                quiet / 2,
                                Category.NETWORK_LOST,
                                storm,
                                Category.KEEPALIVE_TIMEOUT,
                                minute % 3)));
            }
            return steps;
        });
    }

    @Override
    public Answer<Page<Device>> devices(DeviceQuery query) {
        if (!(fleet(query.fleet()) instanceof Answer.Known<Fleet>)) {
            return new Answer.NotFound<>("no fleet \"" + query.fleet() + '"');
        }
        Predicate<Device> wanted = device -> query.online().orElse(device.online()) == device.online()
                && query.category().map(it -> it == device.lastCategory()).orElse(true)
                && matches(query.search(), device.id());
        List<Device> devices = ids(query.fleet()).stream()
                .map(id -> devices().device(id, query.fleet()))
                .filter(wanted)
                .toList();
        return page(devices, Device::id, query.after(), query.limit());
    }

    @Override
    public Answer<Device> device(DeviceName name) {
        List<String> fleets = KNOWN.keySet().stream()
                .filter(fleet ->
                        name.fleet().orElse(fleet).equals(fleet) && ids(fleet).contains(name.id()))
                .toList();
        return switch (fleets.size()) {
            case 0 -> new Answer.NotFound<>("no device \"" + name.id() + '"');
            case 1 -> answer(devices().device(name.id(), fleets.get(0)));
            default -> new Answer.Ambiguous<>(fleets);
        };
    }

    @Override
    public Answer<Timeline> timeline(DeviceName name, TimeSpan span) {
        return then(device(name), device -> devices().timeline(device.id(), device.fleet(), span));
    }

    @Override
    public Answer<Online> online(DeviceName name, Instant at) {
        return then(device(name), device -> devices().online(device.id(), at));
    }

    @Override
    public Answer<Online> online(DeviceName name, TimeSpan span) {
        return then(device(name), device -> devices().online(device.id(), span));
    }

    @Override
    public Answer<Diagnosis> diagnosis(DeviceName name, Instant at) {
        return then(device(name), device -> SampleDiagnosis.of(device, at, alertsOf(device)));
    }

    @Override
    public Answer<Page<Alert>> alerts(AlertQuery query) {
        List<Alert> alerts = new SampleEpisodes(start)
                .all().stream()
                        .filter(it -> query.active()
                                .map(active -> active == isActive(it))
                                .orElse(true))
                        .filter(it -> query.fleet().orElse(it.getFleet()).equals(it.getFleet()))
                        .filter(it -> query.device()
                                .map(id -> id.equals(it.getClientId()))
                                .orElse(true))
                        .filter(it -> query.detector().orElse(it.getDetector()).equals(it.getDetector()))
                        .filter(it -> query.severity().orElse(it.getSeverity()) == it.getSeverity())
                        .filter(it ->
                                query.span().map(span -> wasOpenIn(it, span)).orElse(true))
                        .toList();
        int from = query.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(alerts.size(), from + query.limit());
        Optional<String> next = to < alerts.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return answer(new Page<>(alerts.subList(from, to), next));
    }

    private List<Alert> alertsOf(Device device) {
        return new SampleEpisodes(start)
                .all().stream()
                        .filter(it -> isActive(it) && it.getFleet().equals(device.fleet()))
                        .filter(it ->
                                it.getClientId() == null || it.getClientId().equals(device.id()))
                        .toList();
    }

    private Fleet current(String name) {
        List<Alert> alerts = new SampleEpisodes(start)
                .all().stream()
                        .filter(it -> isActive(it) && it.getFleet().equals(name))
                        .toList();
        long known = KNOWN.getOrDefault(name, 0L);
        long wave = known / 10 * (clock.instant().getEpochSecond() / 10 % 3);
        return new Fleet(
                name,
                known - wave,
                known,
                known / 20.0,
                known / 25.0,
                name.equals("lab") ? 7.5 : 0,
                alerts.stream()
                        .map(Alert::getSeverity)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                alerts.size(),
                LongStream.range(0, 60)
                        .map(minute -> known == 0 ? 0 : known / 20 + minute * 7 % 11)
                        .boxed()
                        .toList());
    }

    private SampleDevices devices() {
        return new SampleDevices(start);
    }

    private static List<String> ids(String fleet) {
        return SampleDevices.ids(fleet, KNOWN.getOrDefault(fleet, 0L));
    }

    private static boolean isActive(Alert alert) {
        return alert.getState() != AlertState.RESOLVED;
    }

    private static boolean wasOpenIn(Alert alert, TimeSpan span) {
        return alert.getOpenedAt().isBefore(span.to())
                && (alert.getResolvedAt() == null || alert.getResolvedAt().isAfter(span.from()));
    }

    private static boolean matches(Optional<String> search, String name) {
        String text = search.orElse("").toLowerCase(Locale.ROOT).replace("*", "");
        return name.toLowerCase(Locale.ROOT).contains(text);
    }

    private <T> Answer<Page<T>> page(List<T> all, Function<T, String> key, Optional<String> after, int limit) {
        List<T> rest = all.stream()
                .filter(item ->
                        after.map(last -> key.apply(item).compareTo(last) > 0).orElse(true))
                .toList();
        List<T> items = rest.subList(0, Math.min(limit, rest.size()));
        boolean more = rest.size() > items.size();
        return answer(new Page<>(items, more ? Optional.of(key.apply(items.get(items.size() - 1))) : Optional.empty()));
    }

    private <T> Answer<T> answer(T value) {
        return new Answer.Known<>(value, new Freshness(clock.instant().minusMillis(400), 0, 1, 0));
    }

    /** What follows from a known answer; any other stays what it is. */
    private <T, R> Answer<R> then(Answer<T> answer, Function<T, R> next) {
        if (answer instanceof Answer.Known<T> known) {
            return answer(next.apply(known.value()));
        }
        if (answer instanceof Answer.Ambiguous<T> ambiguous) {
            return new Answer.Ambiguous<>(ambiguous.fleets());
        }
        if (answer instanceof Answer.Unavailable<T> unavailable) {
            return new Answer.Unavailable<>(unavailable.why(), unavailable.retryAfter());
        }
        return new Answer.NotFound<>(((Answer.NotFound<T>) answer).what());
    }
}
