package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.ContentId;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.JsonReader;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads JSON objects, or arrays of them, as a mapping says. */
final class MappedDialect implements Dialect {
    private final JsonReader reader;
    private final String id;
    private final List<MessageRule> rules;
    private final Map<Field, Places> fields = new EnumMap<>(Field.class);
    private final List<Place> identity;
    private final UnitSettings units;
    private final MappedReasons reasons;
    private final Set<String> absentTexts;
    private final Set<String> mapped = new HashSet<>();

    MappedDialect(MappingSettings settings) {
        id = settings.id();
        absentTexts = Set.copyOf(settings.absent());
        reader = new JsonReader(absentTexts.toArray(String[]::new));
        rules = settings.messages().stream().map(MessageRule::of).toList();
        settings.fields().forEach((key, places) -> fields.put(Field.of(key), Places.of(places)));
        identity = settings.identity().stream().map(Place::parse).toList();
        units = settings.units();
        reasons = MappedReasons.of(settings);
        fields.values().forEach(places -> mapped.addAll(places.dottedNames()));
        rules.forEach(rule -> rule.conditions()
                .forEach(condition -> mapped.addAll(new Places(List.of(condition.place())).dottedNames())));
    }

    @Override
    public Decoding decode(BrokerMessage message) {
        try {
            List<ConnectionEvent.Builder> drafts = new ArrayList<>();
            List<JsonObject> objects = reader.readAll(message.payload());
            for (int place = 0; place < objects.size(); place++) {
                Optional<ConnectionEvent.Builder> draft = draft(message, objects.get(place));
                if (draft.isPresent()) {
                    identify(draft.get(), message, objects.get(place), objects.size() > 1, place);
                    drafts.add(draft.get());
                }
            }
            return drafts.isEmpty()
                    ? new Decoding.Ignored("not an event about connections")
                    : new Decoding.Events(drafts);
        } catch (MalformedMessageException e) {
            return new Decoding.Malformed(e.why());
        }
    }

    private Optional<ConnectionEvent.Builder> draft(BrokerMessage message, JsonObject json)
            throws MalformedMessageException {
        Becomes becomes = becomes(message, json);
        if (becomes.type().isEmpty()) {
            return Optional.empty();
        }
        ConnectionEvent.Builder draft =
                ConnectionEvent.newBuilder().setType(becomes.type().get());
        fill(draft, message, json);
        if (becomes.needsClientId() && !draft.hasClientId()) {
            throw new MalformedMessageException("expected the client id, found nothing where the mapping has it");
        }
        return Optional.of(draft.setAttributes(json.rest(mapped)));
    }

    private Becomes becomes(BrokerMessage message, JsonObject json) throws MalformedMessageException {
        for (MessageRule rule : rules) {
            if (rule.fits(message, json)) {
                return rule.becomes();
            }
        }
        throw new MalformedMessageException("expected one of the messages that the mapping has, found another");
    }

    private void fill(ConnectionEvent.Builder draft, BrokerMessage message, JsonObject json)
            throws MalformedMessageException {
        boolean ended = draft.getType() == EventType.DISCONNECTED || draft.getType() == EventType.CONNECT_FAILED;
        for (Map.Entry<Field, Places> field : fields.entrySet()) {
            if (ended || !field.getKey().isReason()) {
                Optional<Found> found = field.getValue().find(message, json, absentTexts);
                if (found.isPresent()) {
                    field.getKey().fill(draft, found.get(), units);
                }
            }
        }
        if (ended) {
            reasons.explain(draft);
        }
    }

    /** One object alone is told from others by the whole payload, which would be too long for each of many. */
    private void identify(
            ConnectionEvent.Builder draft, BrokerMessage message, JsonObject json, boolean isOneOfMany, int number) {
        ContentId content = new ContentId().add(id).add(draft.getType().name());
        if (!identity.isEmpty()) {
            identity.forEach(place -> content.add(place.in(message, json).orElse("")));
            draft.setEventId(content.finish());
        } else if (isOneOfMany) {
            content.add(draft.hasOccurredAt() ? draft.getOccurredAt().toEpochMilli() : Long.MIN_VALUE);
            draft.setEventId(content.add(number).add(json.json()).finish());
        }
    }
}
