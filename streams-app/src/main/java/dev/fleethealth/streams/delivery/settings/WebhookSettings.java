package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/**
 * Any HTTP endpoint.
 *
 * @param name in routes, logs, metrics and Kafka's consumer group; each target has its own
 * @param url where each transition is posted
 * @param secret with which each call is signed
 * @param bearerToken sent as {@code Authorization}
 * @param limits how hard it is called
 */
@TypeName("webhook")
public record WebhookSettings(
        @Default("webhook") String name,
        URI url,
        Optional<Secret> secret,
        Optional<Secret> bearerToken,

        @Default("{calls-per-minute: 600, in-flight: 8, flood: 0}")
        LimitSettings limits)
        implements TargetSettings {
    private static final String ENCODED = "whsec_";

    public WebhookSettings {
        HttpUri.check("url", url);
        Setting.check(
                secret.map(Secret::reveal).filter(text -> !isSigningKey(text)).isEmpty(),
                "secret",
                "expected a secret that is text, or whsec_ and base64");
    }

    private static boolean isSigningKey(String secret) {
        try {
            return !secret.isEmpty()
                    && (!secret.startsWith(ENCODED)
                            || Base64.getDecoder().decode(secret.substring(ENCODED.length())).length > 0);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public <T> T choose(Choice<T> choice) {
        return choice.webhook(this);
    }
}
