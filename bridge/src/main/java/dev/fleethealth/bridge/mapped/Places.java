package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.service.config.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The places where a value may stand, the best first.
 *
 * @param all at least one
 */
record Places(List<Place> all) {

    static Places of(List<String> texts) {
        return new Places(texts.stream().map(Place::parse).toList());
    }

    /** Refuses what names no place, or no place at all. */
    static void check(String key, List<String> texts) {
        Setting.check(!texts.isEmpty(), key, "expected at least one of: " + Place.EXPECTED);
        for (int index = 0; index < texts.size(); index++) {
            Setting.check(
                    isPlace(texts.get(index)),
                    "%s[%d]".formatted(key, index),
                    "expected %s, was \"%s\"".formatted(Place.EXPECTED, texts.get(index)));
        }
    }

    /** The first value that is there. */
    Optional<Found> find(BrokerMessage message, JsonObject json, Set<String> absentTexts) {
        for (Place place : all) {
            Optional<String> text = place.in(message, json).filter(value -> !absentTexts.contains(value));
            if (text.isPresent()) {
                return Optional.of(new Found(place, text.get()));
            }
        }
        return Optional.empty();
    }

    /** The fields of the payload among the places, as {@link JsonObject#rest} names them. */
    List<String> dottedNames() {
        List<String> names = new ArrayList<>();
        for (Place place : all) {
            if (place instanceof Place.Pointer pointer) {
                names.add(pointer.dottedName());
            }
        }
        return names;
    }

    private static boolean isPlace(String text) {
        try {
            Place.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
