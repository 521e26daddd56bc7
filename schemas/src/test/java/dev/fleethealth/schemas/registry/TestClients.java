package dev.fleethealth.schemas.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Registry clients that do not wait, but note how long they would have. */
final class TestClients {
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    HttpRegistryClient client(Map<String, ?> settings) {
        RegistryClientConfig config = RegistryClientConfig.of(settings);
        return new HttpRegistryClient(
                new RegistryTransport(config, pauses::add), config.getBoolean(RegistryClientConfig.NORMALIZE));
    }

    HttpRegistryClient client(String urls, String... keysAndValues) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(RegistryClientConfig.URLS, urls);
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        return client(settings);
    }
}
