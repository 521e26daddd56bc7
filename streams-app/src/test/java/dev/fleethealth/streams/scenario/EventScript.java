package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.scenario.ScriptLine.Act;
import dev.fleethealth.streams.scenario.ScriptLine.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of a script, each connection with an id of its own.
 *
 * <p>Options of a line: {@code node}, {@code address}, {@code source}, {@code fleet}, {@code keepalive} (seconds),
 * {@code expires} (time of the token's end), {@code lifetime} (token's end, from the connect), {@code pause} (before a
 * reconnect), {@code late} (arrives so much later), {@code clock} (an instant, or an offset: what the event claims),
 * {@code connection=previous} (the older of two open ones ends), {@code ids=none} (the source names no connections),
 * {@code reason} (the broker's own word), {@code username}, {@code client=none} (the broker names no client).
 */
public final class EventScript {
    /** What the times of scripts are counted from. */
    public static final Instant START = Times.START;

    private final Map<String, List<String>> open = new HashMap<>();
    private final Map<String, Instant> expiries = new HashMap<>();
    private final List<ConnectionEvent> events = new ArrayList<>();

    private EventScript() {}

    /** The events in the order in which they happened. */
    public static List<ConnectionEvent> events(List<String> lines) {
        EventScript script = new EventScript();
        lines.stream()
                .map(ScriptLine::parse)
                .flatMap(line -> line.acts().stream())
                .flatMap(EventScript::simple)
                .sorted(Comparator.comparing(Act::at))
                .forEach(script::add);
        return script.events;
    }

    /** What one act is made of. */
    private static Stream<Act> simple(Act act) {
        return switch (act.verb()) {
            case RECONNECT -> {
                Duration pause = Times.length(act.options().getOrDefault("pause", "1s"));
                yield Stream.of(part(act, Verb.DROP, act.at().minus(pause), ""), part(act, Verb.CONNECT, act.at(), ""));
            }
            case TAKEN_OVER ->
                Stream.of(part(act, Verb.CONNECT, act.at(), ""), part(act, Verb.DROP, act.at(), "previous"));
            default -> Stream.of(act);
        };
    }

    private static Act part(Act act, Verb verb, Instant at, String connection) {
        Map<String, String> options = new HashMap<>(act.options());
        options.put("connection", connection);
        Category category = act.verb() == Verb.TAKEN_OVER && act.category() == Category.UNKNOWN
                ? Category.SESSION_TAKEN_OVER
                : act.category();
        return new Act(act.device(), verb, category, at, options);
    }

    private void add(Act act) {
        if (act.verb() == Verb.STOPPING) {
            events.add(stopping(act));
            return;
        }
        String connection = connectionOf(act);
        Map<String, String> options = act.options();
        Instant received = act.at().plus(Times.length(options.getOrDefault("late", "0s")));
        String keepAlive = options.get("keepalive");
        events.add(ConnectionEvent.newBuilder()
                .setEventId("event-" + events.size())
                .setType(typeOf(act.verb()))
                .setSource(options.getOrDefault("source", "emqx"))
                .setFleet(options.getOrDefault("fleet", "fleet"))
                .setClientId("none".equals(options.get("client")) ? null : act.device())
                .setUsername(options.get("username"))
                .setConnectionId("none".equals(options.get("ids")) ? null : connection)
                .setNode(nodeOf(options, "broker-1"))
                .setPeerAddress(options.getOrDefault("address", addressOf(act.device())))
                .setKeepAliveSeconds(keepAlive == null ? null : Integer.valueOf(keepAlive))
                .setCredentialExpiresAt(expiryOf(act))
                .setCategory(endsSomething(act.verb()) ? act.category() : null)
                .setRawReason(endsSomething(act.verb()) ? options.get("reason") : null)
                .setOccurredAt(claimed(options.get("clock"), act.at()))
                .setReceivedAt(received)
                .build());
    }

    /** Brokers report it of themselves, of no client. */
    private ConnectionEvent stopping(Act act) {
        return ConnectionEvent.newBuilder()
                .setEventId("event-" + events.size())
                .setType(typeOf(act.verb()))
                .setSource("hivemq")
                .setFleet(act.options().getOrDefault("fleet", "fleet"))
                .setNode(nodeOf(act.options(), act.device()))
                .setOccurredAt(act.at())
                .setReceivedAt(act.at())
                .build();
    }

    /** Some brokers name no nodes: {@code node=none}. */
    private static @Nullable String nodeOf(Map<String, String> options, String usual) {
        String node = options.getOrDefault("node", usual);
        return node.equals("none") ? null : node;
    }

    private @Nullable String connectionOf(Act act) {
        List<String> connections = open.computeIfAbsent(act.device(), any -> new ArrayList<>());
        return switch (act.verb()) {
            case CONNECT -> {
                String opened = act.device() + "-" + events.size();
                connections.add(opened);
                yield opened;
            }
            case DROP -> connections.isEmpty() ? null : connections.remove(endedIndex(act, connections));
            default -> null;
        };
    }

    private static int endedIndex(Act act, List<String> connections) {
        int newest = connections.size() - 1;
        return "previous".equals(act.options().get("connection")) ? Math.max(0, newest - 1) : newest;
    }

    private @Nullable Instant expiryOf(Act act) {
        if (act.verb() == Verb.CONNECT) {
            expiries.remove(act.device());
            String lifetime = act.options().get("lifetime");
            String expires = act.options().get("expires");
            if (lifetime != null) {
                expiries.put(act.device(), act.at().plus(Times.length(lifetime)));
            } else if (expires != null) {
                expiries.put(act.device(), Times.at(expires));
            }
        }
        return expiries.get(act.device());
    }

    private static EventType typeOf(Verb verb) {
        return switch (verb) {
            case CONNECT -> EventType.CONNECTED;
            case DROP -> EventType.DISCONNECTED;
            case REFUSED -> EventType.CONNECT_FAILED;
            case STOPPING -> EventType.BROKER_STOPPING;
            default -> EventType.SUBSCRIBED;
        };
    }

    private static boolean endsSomething(Verb verb) {
        return verb == Verb.DROP || verb == Verb.REFUSED;
    }

    private static Instant claimed(@Nullable String clock, Instant at) {
        if (clock == null) {
            return at;
        }
        return clock.contains("T") ? Instant.parse(clock) : at.plus(Times.length(clock));
    }

    /** Each device an address of its own, in few networks. */
    private static String addressOf(String device) {
        int number = Math.floorMod(Integer.parseInt(device.replaceAll("\\D", "")), 50_000);
        return "10.0." + number / 250 + "." + (1 + number % 250);
    }
}
