package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Scope;

/**
 * What an alert is about.
 *
 * @param name the client id for {@link Scope#DEVICE}, the node for {@link Scope#NODE}, empty for {@link Scope#FLEET}
 */
public record Subject(String detector, Scope scope, String fleet, String name) {

    /** The same for every episode of the same trouble: {@code <detector>/<scope>/<fleet>[/<name>]}. */
    public String dedupKey() {
        String key = detector + "/" + scope + "/" + fleet;
        return name.isEmpty() ? key : key + "/" + name;
    }
}
