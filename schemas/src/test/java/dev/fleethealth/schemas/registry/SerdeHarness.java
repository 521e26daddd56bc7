package dev.fleethealth.schemas.registry;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.HashMap;
import java.util.Map;

/** Configured serdes for events. */
final class SerdeHarness {
    static final String TOPIC = "events";

    private SerdeHarness() {}

    static RegistryAvroSerde<ConnectionEvent> serde(String url, String... keysAndValues) {
        RegistryAvroSerde<ConnectionEvent> serde = new RegistryAvroSerde<>(ConnectionEvent.class);
        serde.configure(settings(url, keysAndValues), false);
        return serde;
    }

    static Map<String, Object> settings(String url, String... keysAndValues) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", url);
        settings.put("max.retries", "0");
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        return settings;
    }
}
