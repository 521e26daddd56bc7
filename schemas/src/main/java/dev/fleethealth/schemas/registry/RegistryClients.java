package dev.fleethealth.schemas.registry;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Hands out registry clients. Serdes that are configured alike share one client, and so its caches and connections: ids that
 * one of them resolved at start are there for all of them. A client that nobody holds any more goes away by itself.
 */
public final class RegistryClients {
    private static final Map<RegistryClientConfig, WeakReference<RegistryClient>> SHARED = new HashMap<>();
    private static final ConcurrentMap<String, RegistryClient> IN_MEMORY = new ConcurrentHashMap<>();

    private RegistryClients() {}

    /**
     * The client for a Kafka client's settings, by the keys of {@link RegistryClientConfig}.
     *
     * @throws ConfigException when the settings are wrong
     */
    public static RegistryClient of(Map<String, ?> settings) {
        RegistryClientConfig config = RegistryClientConfig.of(settings);
        List<URI> urls = config.urls();
        if (urls.stream().noneMatch(RegistryClientConfig::isMock)) {
            return shared(config);
        }
        if (urls.size() > 1) {
            throw new ConfigException(RegistryClientConfig.URLS + ": expected mock://scope to stand alone");
        }
        return IN_MEMORY.computeIfAbsent(urls.get(0).getHost(), scope -> new InMemoryRegistryClient());
    }

    private static synchronized RegistryClient shared(RegistryClientConfig config) {
        SHARED.values().removeIf(reference -> reference.get() == null);
        WeakReference<RegistryClient> reference = SHARED.get(config);
        @Nullable RegistryClient present = reference == null ? null : reference.get();
        if (present != null) {
            return present;
        }
        RegistryClient created = new CachingRegistryClient(new HttpRegistryClient(
                new RegistryTransport(config, duration -> Thread.sleep(duration.toMillis())),
                config.getBoolean(RegistryClientConfig.NORMALIZE)));
        SHARED.put(config, new WeakReference<>(created));
        return created;
    }
}
