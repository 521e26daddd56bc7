package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.delivery.alertmanager.Alertmanager;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.pagerduty.PagerDuty;
import dev.fleethealth.streams.delivery.settings.AlertmanagerSettings;
import dev.fleethealth.streams.delivery.settings.LinkSettings;
import dev.fleethealth.streams.delivery.settings.PagerDutySettings;
import dev.fleethealth.streams.delivery.settings.SlackSettings;
import dev.fleethealth.streams.delivery.settings.TargetSettings;
import dev.fleethealth.streams.delivery.settings.WebhookSettings;
import dev.fleethealth.streams.delivery.slack.Slack;
import dev.fleethealth.streams.delivery.webhook.Webhook;

/** Makes targets of their settings. */
final class TargetMaker implements TargetSettings.Choice<HttpTarget> {
    private final Links links;

    TargetMaker(LinkSettings links) {
        this.links = new Links(links.dashboard(), links.runbooks());
    }

    @Override
    public HttpTarget pagerDuty(PagerDutySettings settings) {
        return new PagerDuty(settings, links);
    }

    @Override
    public HttpTarget alertmanager(AlertmanagerSettings settings) {
        return new Alertmanager(settings, links);
    }

    @Override
    public HttpTarget slack(SlackSettings settings) {
        return new Slack(settings, links);
    }

    @Override
    public HttpTarget webhook(WebhookSettings settings) {
        return new Webhook(settings);
    }
}
