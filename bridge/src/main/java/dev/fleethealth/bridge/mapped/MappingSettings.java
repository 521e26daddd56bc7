package dev.fleethealth.bridge.mapped;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.util.List;
import java.util.Map;

/**
 * A dialect that is data.
 *
 * @param id its name in the configuration and in events: lower-case letters, digits and hyphens
 * @param messages what becomes of a message: the first that fits decides, and a message that none fits is malformed
 * @param absent texts by which the broker says that it has no value
 * @param fields fields of the event, by the names of {@link Field}, and the places where their values may stand
 * @param identity places whose values together tell one event from another; without it, the whole message does
 * @param units what the broker's numbers count
 * @param reasons what its reasons mean
 * @param mqttReasons whether MQTT's own names and codes of reasons are known too, after {@code reasons}
 */
record MappingSettings(
        String id,
        List<MessageSettings> messages,
        List<String> absent,
        Map<String, List<String>> fields,
        List<String> identity,
        UnitSettings units,
        List<ReasonSettings> reasons,
        @Default("false") boolean mqttReasons) {
    MappingSettings {
        Setting.check(id.matches("[a-z0-9-]{1,50}"), "id", "expected up to 50 lower-case letters, digits and hyphens");
        Setting.check(
                messages.stream().anyMatch(message -> message.becomes() != Becomes.IGNORED),
                "messages",
                "required, expected at least one message that becomes an event");
        fields.forEach((field, places) -> Places.check("fields." + field, places));
        Setting.check(
                fields.containsKey(Field.CLIENT_ID.key())
                        || messages.stream()
                                .noneMatch(message -> message.becomes().needsClientId()),
                "fields.client-id",
                "required, expected at least one of: " + Place.EXPECTED);
        if (!identity.isEmpty()) {
            Places.check("identity", identity);
        }
    }
}
