package dev.fleethealth.streams.query.bundle;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events as a table for spreadsheets (RFC 4180), with times in UTC. */
final class EventTable {
    private static final String LINE_END = "\r\n";
    private static final Map<String, Function<ConnectionEvent, @Nullable Object>> COLUMNS = columns();

    private EventTable() {}

    private static Map<String, Function<ConnectionEvent, @Nullable Object>> columns() {
        Map<String, Function<ConnectionEvent, @Nullable Object>> columns = new LinkedHashMap<>();
        columns.put("occurred (UTC)", ConnectionEvent::getOccurredAt);
        columns.put("received (UTC)", ConnectionEvent::getReceivedAt);
        columns.put("type", ConnectionEvent::getType);
        columns.put("category", ConnectionEvent::getCategory);
        columns.put("category source", ConnectionEvent::getCategorySource);
        columns.put("broker's reason", ConnectionEvent::getRawReason);
        columns.put("broker's code", ConnectionEvent::getRawReasonCode);
        columns.put("connection", ConnectionEvent::getConnectionId);
        columns.put("node", ConnectionEvent::getNode);
        columns.put("address", ConnectionEvent::getPeerAddress);
        columns.put("user name", ConnectionEvent::getUsername);
        columns.put("listener", ConnectionEvent::getListener);
        columns.put("protocol level", ConnectionEvent::getProtocolLevel);
        columns.put("keep alive (s)", ConnectionEvent::getKeepAliveSeconds);
        columns.put("credential expires (UTC)", ConnectionEvent::getCredentialExpiresAt);
        return columns;
    }

    static String of(List<ConnectionEvent> events) {
        String head = COLUMNS.keySet().stream().map(EventTable::cell).collect(Collectors.joining(",")) + LINE_END;
        return events.stream().map(EventTable::line).collect(Collectors.joining("", head, ""));
    }

    private static String line(ConnectionEvent event) {
        return COLUMNS.values().stream()
                        .map(column -> cell(Objects.toString(column.apply(event), "")))
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    /** Text that a spreadsheet would take for a formula is marked as text: it comes from devices. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
