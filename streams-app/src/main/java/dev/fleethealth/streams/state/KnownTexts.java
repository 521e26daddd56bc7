package dev.fleethealth.streams.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that both sides of a form know, so that their place among them is written in their stead. Any other text may be
 * written, too; it only takes its length.
 */
final class KnownTexts {
    static final KnownTexts NONE = new KnownTexts(List.of());

    /**
     * What stands in the states of most devices: detectors, sources, and the values of facts that are words. Places are
     * stored, so it is append only; the first sixty or so take one byte.
     */
    static final KnownTexts OF_DEVICES = new KnownTexts(List.of(
            "reconnection-storm",
            "reconnect-loop",
            "takeover-loop",
            "jwt-expiry-cluster",
            "keepalive-timeout",
            "keepalive-timeout-surge",
            "auth-failure-loop",
            "auth-failure-burst",
            "mass-disconnect",
            "broker-restart",
            "capacity-exhausted",
            "client-misbehaviour",
            "tdmq",
            "emqx",
            "hivemq",
            "mosquitto",
            "aws-iot",
            "clearblade",
            "apsaramq",
            "azure-event-grid",
            "nanomq",
            "vernemq",
            "none",
            "fixed",
            "fixed with jitter",
            "exponential",
            "exponential with jitter",
            "unknown",
            "under 1 s",
            "1 s",
            "2 to 3 s",
            "4 to 7 s",
            "8 to 15 s",
            "16 to 31 s",
            "32 to 63 s",
            "over a minute",
            "BAD_CREDENTIALS",
            "NOT_AUTHORIZED",
            "TLS_ERROR",
            "BLOCKED",
            "CONNECTION_LIMIT",
            "QUOTA_EXCEEDED",
            "RATE_LIMITED",
            "SERVER_BUSY"));

    private final List<String> texts;
    private final Map<String, Integer> places = new HashMap<>();

    private KnownTexts(List<String> texts) {
        this.texts = texts;
        texts.forEach(text -> places.put(text, places.size()));
    }

    int size() {
        return texts.size();
    }

    /** The place of a text; -1 when it is not among them. */
    int placeOf(String text) {
        Integer place = places.get(text);
        return place == null ? -1 : place;
    }

    String at(int place) {
        return texts.get(place);
    }
}
