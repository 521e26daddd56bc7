package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.service.config.ConfigurationException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the reasons of a mapping mean.
 *
 * @param tables the mapping's own, and behind it MQTT's where the mapping asks for it
 */
record MappedReasons(List<ReasonTable> tables) {
    private static final ReasonTable MQTT = ReasonTable.load("/dialects/mqtt/mqtt5.csv", "/dialects/mqtt/mqtt311.csv");

    /** @throws ConfigurationException when a reason stands there twice */
    static MappedReasons of(MappingSettings settings) {
        ReasonTable own = new ReasonTable();
        for (int index = 0; index < settings.reasons().size(); index++) {
            ReasonSettings row = settings.reasons().get(index);
            for (String raw : row.raw()) {
                if (!own.add(raw, row.situation(), new Reason(row.category(), row.initiator()))) {
                    throw new ConfigurationException(
                            "reasons[%d].raw: expected each reason once, \"%s\" stands here twice"
                                    .formatted(index, raw));
                }
            }
        }
        return new MappedReasons(settings.mqttReasons() ? List.of(own, MQTT) : List.of(own));
    }

    /** Writes what the event's reason means into it. */
    void explain(ConnectionEvent.Builder draft) {
        Situation situation = draft.getType() == EventType.CONNECT_FAILED ? Situation.CONNECT : Situation.DISCONNECT;
        ReasonTable.report(
                draft,
                spellings(draft)
                        .flatMap(raw -> tables.stream().flatMap(table -> table.find(raw, situation).stream()))
                        .findFirst()
                        .orElse(Reason.UNKNOWN));
    }

    /** Words count before a code; MQTT 5 has its codes in hex, MQTT 3.1.1 in decimal digits. */
    private static Stream<String> spellings(ConnectionEvent.Builder draft) {
        Stream<String> words = Stream.ofNullable(draft.getRawReason());
        return Stream.concat(
                words,
                Stream.ofNullable(draft.getRawReasonCode())
                        .flatMap(code -> Stream.of(Integer.toString(code), "0x%02X".formatted(code))));
    }
}
