package dev.fleethealth.streams.query.bundle;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that was different when the device connected than at the connection before. */
record Change(Instant at, String what, String before, String after) {
    private static final Map<String, Function<ConnectionEvent, @Nullable Object>> WATCHED = watched();

    private static Map<String, Function<ConnectionEvent, @Nullable Object>> watched() {
        Map<String, Function<ConnectionEvent, @Nullable Object>> watched = new LinkedHashMap<>();
        watched.put("address", ConnectionEvent::getPeerAddress);
        watched.put("node", ConnectionEvent::getNode);
        watched.put("userName", ConnectionEvent::getUsername);
        watched.put("listener", ConnectionEvent::getListener);
        watched.put("protocolLevel", ConnectionEvent::getProtocolLevel);
        watched.put("keepAliveSeconds", ConnectionEvent::getKeepAliveSeconds);
        watched.put("cleanStart", ConnectionEvent::getCleanStart);
        return watched;
    }

    /**
     * All of them, oldest first. What an event does not say has not changed.
     *
     * @param events oldest first
     */
    static List<Change> in(List<ConnectionEvent> events) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> last = new LinkedHashMap<>();
        for (ConnectionEvent event : events) {
            if (event.getType() == EventType.CONNECTED) {
                WATCHED.forEach((what, value) -> {
                    Object now = value.apply(event);
                    String before = now == null ? null : last.put(what, now.toString());
                    if (before != null && !before.equals(now.toString())) {
                        changes.add(new Change(event.getOccurredAt(), what, before, now.toString()));
                    }
                });
            }
        }
        return changes;
    }
}
