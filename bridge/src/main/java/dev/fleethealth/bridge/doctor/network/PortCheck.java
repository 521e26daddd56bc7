package dev.fleethealth.bridge.doctor.network;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries the port, and those that MQTT brokers usually have besides: one of them may get through where the port doesn't. */
public final class PortCheck {
    private static final String CHECK = "tcp";
    private static final List<Integer> USUAL_PORTS = List.of(8883, 443, 1883);

    private PortCheck() {}

    public static Finding examine(Target target) {
        Set<Integer> ports = new LinkedHashSet<>(List.of(target.port()));
        ports.addAll(USUAL_PORTS);
        Map<Integer, PortState> states = new LinkedHashMap<>();
        ports.forEach(port -> states.put(port, probe(target, port)));
        return judge(target, states);
    }

    static Finding judge(Target target, Map<Integer, PortState> states) {
        String found = states.entrySet().stream()
                .map(entry -> "port " + entry.getKey() + " " + entry.getValue().word())
                .collect(Collectors.joining(", "));
        PortState wanted = states.getOrDefault(target.port(), PortState.UNREACHABLE);
        return wanted == PortState.OPEN
                ? Finding.ok(CHECK, found)
                : Finding.failed(CHECK, found, because(wanted) + wayOut(states));
    }

    private static String because(PortState wanted) {
        return switch (wanted) {
            case OPEN -> "";
            case REFUSED -> "Nothing listens on this port, or a firewall rejects it: check the port and the broker.";
            case SILENT -> "Packets get lost on the way: a firewall or the carrier drops them, or the host is down.";
            case UNREACHABLE -> "There is no route to the host: check this network, its gateway and any VPN.";
        };
    }

    private static String wayOut(Map<Integer, PortState> states) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == PortState.OPEN)
                .map(entry -> " Port " + entry.getKey() + " is open: the broker may take MQTT there.")
                .findFirst()
                .orElse("");
    }

    private static PortState probe(Target target, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.host(), port), target.patienceMillis());
            return PortState.OPEN;
        } catch (SocketTimeoutException e) {
            return PortState.SILENT;
        } catch (ConnectException e) {
            return PortState.REFUSED;
        } catch (IOException e) {
            return PortState.UNREACHABLE;
        }
    }
}
