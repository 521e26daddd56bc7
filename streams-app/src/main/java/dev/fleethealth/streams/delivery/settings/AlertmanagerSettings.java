package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One Alertmanager; each member of a cluster is a target of its own, as with Prometheus.
 *
 * @param name in routes, logs, metrics and Kafka's consumer group; each target has its own
 * @param url without {@code /api/v2/alerts}
 * @param bearerToken for a proxy in front of it
 * @param resendInterval how often an open alert is sent again; Alertmanager takes it for over after four times as long
 * @param labels added to those of every alert
 * @param limits a call holds up to 64 alerts; Alertmanager groups floods itself
 */
@TypeName("alertmanager")
public record AlertmanagerSettings(
        @Default("alertmanager") String name,
        URI url,
        Optional<Secret> bearerToken,
        @Default("1m") Duration resendInterval,
        Map<String, String> labels,
        @Default("{calls-per-minute: 600, flood: 0}") LimitSettings limits)
        implements TargetSettings {
    public AlertmanagerSettings {
        HttpUri.check("url", url);
        Setting.inRange("resend-interval", resendInterval, Duration.ofSeconds(1), Duration.ofMinutes(10));
        labels.keySet()
                .forEach(label -> Setting.check(
                        label.matches("[a-zA-Z_][a-zA-Z0-9_]*"),
                        "labels." + label,
                        "expected a label name of letters, digits and underscores"));
    }

    @Override
    public <T> T choose(Choice<T> choice) {
        return choice.alertmanager(this);
    }
}
