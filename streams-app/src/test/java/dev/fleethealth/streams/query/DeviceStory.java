package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Events of one device, at seconds after a start. */
public final class DeviceStory {
    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    public static final String FLEET = "fleet-a";
    public static final String DEVICE = "dev-1";

    private final List<ConnectionEvent> events = new ArrayList<>();
    private final String fleet;
    private final String device;
    private String source = "tdmq";
    private String address = "10.0.0.1";
    private String reason;

    private DeviceStory(String fleet, String device) {
        this.fleet = fleet;
        this.device = device;
    }

    public static DeviceStory story() {
        return of(FLEET, DEVICE);
    }

    public static DeviceStory of(String fleet, String device) {
        return new DeviceStory(fleet, device);
    }

    public static Instant at(double seconds) {
        return START.plusMillis((long) (1_000 * seconds));
    }

    /** From here on. */
    public DeviceStory from(String nextAddress) {
        address = nextAddress;
        return this;
    }

    /** From here on. */
    public DeviceStory by(String nextSource) {
        source = nextSource;
        return this;
    }

    /** From here on. */
    public DeviceStory saying(String nextReason) {
        reason = nextReason;
        return this;
    }

    public DeviceStory connected(double second, String connection) {
        return add(EventType.CONNECTED, second, event -> event.setConnectionId(connection));
    }

    public DeviceStory disconnected(double second, String connection, Category category) {
        return add(EventType.DISCONNECTED, second, event -> event.setConnectionId(connection)
                .setCategory(category)
                .setRawReason(reason));
    }

    public DeviceStory refused(double second, Category category) {
        return add(EventType.CONNECT_FAILED, second, event -> event.setCategory(category)
                .setRawReason(reason));
    }

    public DeviceStory subscribed(double second, String connection) {
        return add(EventType.SUBSCRIBED, second, event -> event.setConnectionId(connection));
    }

    /** Any other event. */
    public DeviceStory add(EventType type, double second, UnaryOperator<ConnectionEvent.Builder> more) {
        Instant at = at(second);
        events.add(more.apply(ConnectionEvent.newBuilder()
                        .setEventId(device + "-" + type + "-" + events.size() + "-" + second)
                        .setType(type)
                        .setSource(source)
                        .setFleet(fleet)
                        .setClientId(device)
                        .setPeerAddress(address)
                        .setNode("node-1")
                        .setKeepAliveSeconds(60)
                        .setOccurredAt(at)
                        .setReceivedAt(at))
                .build());
        return this;
    }

    public List<ConnectionEvent> events() {
        return List.copyOf(events);
    }
}
