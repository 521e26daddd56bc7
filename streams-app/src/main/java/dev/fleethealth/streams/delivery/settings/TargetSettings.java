package dev.fleethealth.streams.delivery.settings;

/** One target; the key {@code type} says of which kind. */
public sealed interface TargetSettings permits PagerDutySettings, AlertmanagerSettings, SlackSettings, WebhookSettings {

    /** Unique; routes and metrics know the target by it. */
    String name();

    LimitSettings limits();

    /** What is made of it, by its kind. */
    <T> T choose(Choice<T> choice);

    /** One way for each kind. */
    interface Choice<T> {
        T pagerDuty(PagerDutySettings settings);

        T alertmanager(AlertmanagerSettings settings);

        T slack(SlackSettings settings);

        T webhook(WebhookSettings settings);
    }
}
