package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.util.Optional;

/**
 * The MQTT client id of the device that a log entry is about: {@code
 * projects/{p}/locations/{l}/registries/{r}/devices/{d}}, which the entry has in parts. Its {@code resourceName} has the
 * same form but may name the device by its number, so it only counts where a part is missing.
 */
final class DeviceName {
    private DeviceName() {}

    /** The device's own id where the entry has nothing more; absent where it has not even that. */
    static Optional<String> clientId(JsonObject entry) throws MalformedMessageException {
        Optional<String> device = entry.object("labels").flatMap(labels -> labels.scalar("device_id"));
        Optional<JsonObject> resource = child(entry.object("resource"), "labels");
        Optional<String> path = device.flatMap(id -> resource.flatMap(labels -> path(labels, id)));
        Optional<String> resourceName =
                entry.object("jsonPayload").flatMap(activity -> activity.scalar("resourceName"));
        return path.or(() -> resourceName).or(() -> device);
    }

    private static Optional<JsonObject> child(Optional<JsonObject> parent, String field)
            throws MalformedMessageException {
        return parent.isPresent() ? parent.get().object(field) : Optional.empty();
    }

    private static Optional<String> path(JsonObject labels, String device) {
        Optional<String> project = labels.scalar("project_id");
        Optional<String> location = labels.scalar("location");
        Optional<String> registry = labels.scalar("device_registry_id");
        return project.isPresent() && location.isPresent() && registry.isPresent()
                ? Optional.of("projects/" + project.get() + "/locations/" + location.get() + "/registries/"
                        + registry.get() + "/devices/" + device)
                : Optional.empty();
    }
}
