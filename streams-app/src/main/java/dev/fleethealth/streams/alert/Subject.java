package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.Scope;

/**
 * What an alert is about.
 *
 * @param name the client id for {@link Scope#DEVICE}, the node for {@link Scope#NODE}, empty for {@link Scope#FLEET}
 */
public record Subject(String detector, Scope scope, String fleet, String name) {
    private static final int LONGEST_NAME = 48;
    private static final String SEPARATOR = String.valueOf(ConnectionEventKey.SEPARATOR);

    /** The same for every episode of the same trouble: {@code <detector>/<scope>/<fleet>[/<name>]}. */
    public String dedupKey() {
        String key = detector + "/" + scope + "/" + fleet;
        return name.isEmpty() ? key : key + "/" + name;
    }

    /** What the alert is about. */
    public static Subject of(Alert alert) {
        String name = alert.getScope() == Scope.DEVICE ? alert.getClientId() : alert.getNode();
        return new Subject(alert.getDetector(), alert.getScope(), alert.getFleet(), name == null ? "" : name);
    }

    /** Tells subjects apart where the dedup key can't: fleets and client ids may hold slashes. */
    public String key() {
        return String.join(SEPARATOR, detector, scope.name(), fleet, name);
    }

    /** As a sentence names it: the fleet, with the device or node. Ids are foreign data: shortened, and printable. */
    String words() {
        return name.isEmpty() ? printable(fleet) : printable(name) + " of " + printable(fleet);
    }

    private static String printable(String id) {
        String clean = id.replaceAll("\\p{C}", "?");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME - 1) + "…";
    }
}
