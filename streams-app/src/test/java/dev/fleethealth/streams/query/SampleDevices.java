package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.CategorySource;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Devices of made-up fleets, each with a past that follows from its name. */
final class SampleDevices {
    static final String HOSTILE = "<img src=x onerror=alert(1)>";
    static final String CLEARBLADE = "projects/acme/locations/europe-west1/registries/pumps/devices/pump-7";
    static final String IN_TWO_FLEETS = "gateway";
    static final String TAKEN_OVER = "scooter-007";
    static final String USER = "alice@example.com";

    private static final List<Category> ENDINGS = List.of(
            Category.NORMAL,
            Category.KEEPALIVE_TIMEOUT,
            Category.NETWORK_LOST,
            Category.SESSION_TAKEN_OVER,
            Category.CREDENTIAL_EXPIRED,
            Category.SERVER_SHUTDOWN);

    private final Instant now;

    SampleDevices(Instant now) {
        this.now = now;
    }

    static List<String> ids(String fleet, long known) {
        List<String> ids = new ArrayList<>();
        String kind = fleet.replaceAll("s$", "");
        switch (fleet) {
            case "scooters" -> ids.addAll(List.of(HOSTILE, "../../etc/passwd", "büro/Gerät 1+2%", "\u202eevil"));
            case "pumps" -> ids.addAll(List.of(CLEARBLADE, IN_TWO_FLEETS, "x".repeat(300)));
            case "lab" -> ids.add(IN_TWO_FLEETS);
            default -> {}
        }
        for (int number = 1; ids.size() < known; number++) {
            ids.add("%s-%03d".formatted(kind, number));
        }
        return ids.stream().sorted().toList();
    }

    Timeline timeline(String id, String fleet, TimeSpan span) {
        List<DeviceConnection> connections = connections(id);
        List<ConnectionEvent> events = connections.stream()
                .flatMap(connection -> events(id, fleet, connection).stream())
                .filter(event -> span.contains(event.getOccurredAt()))
                .toList();
        List<DeviceConnection> within = connections.stream()
                .filter(it -> begin(it).isBefore(span.to())
                        && (it.to() == null || it.to().isAfter(span.from())))
                .toList();
        return new Timeline(device(id, fleet), events, within, !id.equals(TAKEN_OVER));
    }

    Device device(String id, String fleet) {
        List<DeviceConnection> connections = connections(id);
        DeviceConnection last = connections.get(connections.size() - 1);
        Optional<Category> category = connections.stream()
                .flatMap(it -> Optional.ofNullable(it.category()).stream())
                .reduce((earlier, later) -> later);
        Instant since = last.to() == null ? begin(last) : last.to();
        return new Device(
                id, fleet, last.online(), since, since, category.orElse(null), "emqx", last.node(), last.address());
    }

    Online online(String id, TimeSpan span) {
        Duration online = Duration.ZERO;
        for (DeviceConnection it : connections(id)) {
            Instant from = later(begin(it), span.from());
            Instant to = it.to() == null || it.to().isAfter(span.to()) ? span.to() : it.to();
            online = from.isBefore(to) ? online.plus(Duration.between(from, to)) : online;
        }
        Instant known = later(begin(connections(id).get(0)), span.from());
        Duration unknown = Duration.between(span.from(), known.isAfter(span.to()) ? span.to() : known);
        Online end = online(id, span.to().minusMillis(1));
        return new Online(
                end.state(), null, span, online, span.length().minus(online).minus(unknown), unknown, end.connection());
    }

    Online online(String id, Instant at) {
        List<DeviceConnection> connections = connections(id);
        Optional<DeviceConnection> open = connections.stream()
                .filter(it -> !at.isBefore(begin(it)) && (it.to() == null || at.isBefore(it.to())))
                .findFirst();
        Presence state = open.isPresent()
                ? Presence.ONLINE
                : at.isBefore(begin(connections.get(0))) ? Presence.UNKNOWN : Presence.OFFLINE;
        return new Online(state, at, null, Duration.ZERO, Duration.ZERO, Duration.ZERO, open.orElse(null));
    }

    private List<DeviceConnection> connections(String id) {
        Random random = new Random(id.hashCode());
        List<DeviceConnection> connections = new ArrayList<>();
        Instant from = now.minus(Duration.ofHours(6 + random.nextInt(18)));
        int count = id.equals(TAKEN_OVER) ? 60 : 1 + random.nextInt(8);
        for (int number = 0; number < count; number++) {
            boolean last = number == count - 1;
            Duration length = Duration.between(from, now).dividedBy(count - number + 1L);
            boolean open = last && random.nextInt(4) > 0;
            Category ending =
                    id.equals(TAKEN_OVER) ? Category.SESSION_TAKEN_OVER : ENDINGS.get(random.nextInt(ENDINGS.size()));
            connections.add(new DeviceConnection(
                    from,
                    open ? null : from.plus(length),
                    open ? null : ending,
                    ending == Category.CREDENTIAL_EXPIRED,
                    open ? null : "reason " + ending,
                    "emqx@10.0.0." + (1 + random.nextInt(3)),
                    "203.0.113." + random.nextInt(200),
                    "connection-" + number,
                    random.nextInt(3) > 0));
            from = from.plus(length).plusSeconds(1 + random.nextInt(90));
        }
        return connections;
    }

    private static List<ConnectionEvent> events(String id, String fleet, DeviceConnection connection) {
        List<ConnectionEvent> events = new ArrayList<>();
        events.add(event(id, fleet, connection, EventType.CONNECTED, begin(connection)));
        if (connection.subscribed()) {
            events.add(event(
                    id,
                    fleet,
                    connection,
                    EventType.SUBSCRIBED,
                    begin(connection).plusMillis(80)));
        }
        if (connection.to() != null) {
            events.add(ConnectionEvent.newBuilder(event(id, fleet, connection, EventType.DISCONNECTED, connection.to()))
                    .setCategory(connection.category())
                    .setCategorySource(connection.derived() ? CategorySource.DERIVED : CategorySource.REPORTED)
                    .setRawReason(connection.rawReason())
                    .build());
        }
        return events;
    }

    private static ConnectionEvent event(
            String id, String fleet, DeviceConnection connection, EventType type, Instant at) {
        return ConnectionEvent.newBuilder()
                .setEventId(Integer.toHexString((id + type + at).hashCode()))
                .setType(type)
                .setSource("emqx")
                .setFleet(fleet)
                .setClientId(id)
                .setConnectionId(connection.connectionId())
                .setNode(connection.node())
                .setPeerAddress(connection.address())
                .setPeerPort(41_000)
                .setUsername(USER)
                .setKeepAliveSeconds(60)
                .setOccurredAt(at)
                .setReceivedAt(at.plusMillis(120))
                .setAttributes(Map.of("clean_start", "true"))
                .build();
    }

    private static Instant begin(DeviceConnection connection) {
        return connection.from() == null ? Instant.EPOCH : connection.from();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
