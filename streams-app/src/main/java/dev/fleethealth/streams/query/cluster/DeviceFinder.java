package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.Freshness;
import dev.fleethealth.streams.query.cluster.Gathering.Gathered;
import dev.fleethealth.streams.query.cluster.Routing.Place;
import dev.fleethealth.streams.query.timeline.Past;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds a device, and its fleet where that is left to be found out. */
final class DeviceFinder {
    private static final String NO_DEVICE = "no device of that client id is known";

    private final Routing routing;
    private final Gathering gathering;
    private final DeviceViews views;

    DeviceFinder(Routing routing, Gathering gathering, DeviceViews views) {
        this.routing = routing;
        this.gathering = gathering;
        this.views = views;
    }

    /** A device with what is known of its past. */
    record Found(Device device, Past past, @Nullable Instant newestEvent, long behind) {
        <T> Answer<T> known(T value) {
            return new Answer.Known<>(value, new Freshness(newestEvent, behind, 1, 0));
        }
    }

    <T> Answer<T> find(DeviceName name, Function<Found, Answer<T>> answer) {
        return name.fleet().map(fleet -> in(fleet, name.id(), answer)).orElseGet(() -> anywhere(name.id(), answer));
    }

    private <T> Answer<T> in(String fleet, String id, Function<Found, Answer<T>> answer) {
        Place place = routing.placeOf(fleet, id);
        Held<Optional<StoredDevice>> held = place.part().device(fleet, id, place.partition());
        return held.value()
                .map(stored -> answer.apply(
                        new Found(views.of(stored), DeviceViews.pastOf(stored), held.newestEvent(), held.behind())))
                .orElseGet(() -> new Answer.NotFound<>(NO_DEVICE));
    }

    private <T> Answer<T> anywhere(String id, Function<Found, Answer<T>> answer) {
        Gathered<List<String>> gathered = gathering.ask(part -> part.fleetsWith(id));
        List<String> fleets = gathered.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        return switch (fleets.size()) {
            case 0 -> ClusterQueries.notFound(NO_DEVICE, gathered.freshness());
            case 1 -> in(fleets.get(0), id, answer);
            default -> new Answer.Ambiguous<>(fleets);
        };
    }
}
