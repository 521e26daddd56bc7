package dev.fleethealth.benchmarks.workload;

import dev.fleethealth.schemas.CategorySource;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.BitSet;

/** Devices that connect and disconnect, and the events that their broker reports of it. Not thread-safe. */
public final class Devices {
    private static final int NODES = 8;
    private static final int MQTT_5 = 5;
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private final String prefix;
    private final int fleets;
    private final BitSet online;
    private final int[] connections;

    Devices(int devices, int fleets) {
        this("fleet", devices, fleets);
    }

    /** @param prefix of the fleets' names */
    public Devices(String prefix, int devices, int fleets) {
        this.prefix = prefix;
        this.fleets = fleets;
        this.online = new BitSet(devices);
        this.connections = new int[devices];
    }

    public int count() {
        return connections.length;
    }

    public boolean isOnline(int device) {
        return online.get(device);
    }

    public ConnectionEvent connect(int device, long number, Instant at) {
        online.set(device);
        connections[device]++;
        return event(EventType.CONNECTED, device, number, at).setConnectedAt(at).build();
    }

    public ConnectionEvent disconnect(int device, long number, Instant at, EndReason reason) {
        online.clear(device);
        return event(EventType.DISCONNECTED, device, number, at)
                .setCategory(reason.category())
                .setCategorySource(CategorySource.REPORTED)
                .setInitiator(reason.initiator())
                .setRawReason(reason.words())
                .build();
    }

    public String fleetOf(int device) {
        return "%s-%03d".formatted(prefix, device % fleets);
    }

    public static String clientIdOf(int device) {
        return "vehicle-gateway-2026-%014d".formatted(device);
    }

    private ConnectionEvent.Builder event(EventType type, int device, long number, Instant at) {
        int connection = connections[device];
        return ConnectionEvent.newBuilder()
                .setEventId("%016x%016x".formatted(number * ODD, number))
                .setType(type)
                .setSource("emqx")
                .setFleet(fleetOf(device))
                .setClientId(clientIdOf(device))
                .setConnectionId("%08x-%d".formatted(device, connection))
                .setNode("broker-%d".formatted(connection % NODES))
                .setPeerAddress("10.%d.%d.%d".formatted(device >> 16 & 0xff, device >> 8 & 0xff, device & 0xff))
                .setPeerPort(1024 + (device + connection) % 60_000)
                .setUsername("gateway")
                .setListener("ssl:default")
                .setProtocolLevel(MQTT_5)
                .setKeepAliveSeconds(60)
                .setSessionExpirySeconds(3_600L)
                .setCleanStart(false)
                .setOccurredAt(at)
                .setReceivedAt(at);
    }
}
