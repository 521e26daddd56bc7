package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import java.net.URI;

/**
 * An incoming webhook of Slack, Mattermost, Rocket.Chat or another that takes the same.
 *
 * @param name in routes, logs, metrics and Kafka's consumer group; each target has its own
 * @param url of the webhook; whoever knows it can post, so it is a secret
 * @param limits Slack takes about one message a second
 */
@TypeName("slack")
public record SlackSettings(
        @Default("slack") String name,
        Secret url,
        @Default("{calls-per-minute: 30, in-flight: 1}") LimitSettings limits)
        implements TargetSettings {
    public SlackSettings {
        Setting.check(isUrl(url), "url", "expected a secret that is the https:// address of the webhook");
    }

    @Override
    public <T> T choose(Choice<T> choice) {
        return choice.slack(this);
    }

    private static boolean isUrl(Secret url) {
        try {
            return HttpUri.isHttp(URI.create(url.reveal()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
