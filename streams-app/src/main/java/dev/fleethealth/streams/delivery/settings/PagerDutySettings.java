package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.TypeName;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A PagerDuty service with an integration of type Events API v2.
 *
 * @param name in routes, logs, metrics and Kafka's consumer group; each target has its own
 * @param region of the account
 * @param endpoint instead of the region's own, such as a proxy in front of it; {@code /v2/enqueue} is added
 * @param routingKey the integration key
 * @param fleetKeys other keys for some fleets, the first that matches
 * @param updates whether an incident that is open is told when the severity or the cause of its alert changes
 * @param limits PagerDuty takes about 120 calls a minute for each key
 */
@TypeName("pagerduty")
public record PagerDutySettings(
        @Default("pagerduty") String name,
        @Default("us") Region region,
        Optional<URI> endpoint,
        Secret routingKey,
        List<FleetKey> fleetKeys,
        @Default("true") boolean updates,
        @Default("{}") LimitSettings limits)
        implements TargetSettings {

    /** The name of the way over {@code routing-key}. */
    public static final String DEFAULT_LANE = "default";

    public PagerDutySettings {
        endpoint.ifPresent(uri -> HttpUri.check("endpoint", uri));
    }

    @Override
    public <T> T choose(Choice<T> choice) {
        return choice.pagerDuty(this);
    }

    /** Where the account lives. */
    public enum Region {
        US(URI.create("https://events.pagerduty.com")),
        EU(URI.create("https://events.eu.pagerduty.com"));

        private final URI endpoint;

        Region(URI endpoint) {
            this.endpoint = endpoint;
        }

        public URI endpoint() {
            return endpoint;
        }
    }

    /**
     * The key of some fleets.
     *
     * @param name under which open alerts remember it, so that they are resolved where they were opened
     * @param fleets names: exact, globs, or regular expressions between slashes
     * @param routingKey their integration key
     */
    public record FleetKey(String name, List<String> fleets, Secret routingKey) {
        public FleetKey {
            Patterns.check("fleets", fleets);
        }

        /** Whether this key is the fleet's. */
        public boolean isOf(String fleet) {
            return Patterns.of(fleets).stream().anyMatch(pattern -> pattern.matches(fleet));
        }
    }
}
