package dev.fleethealth.streams.delivery.pagerduty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.OwnPage;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.settings.PagerDutySettings;
import dev.fleethealth.streams.delivery.settings.PagerDutySettings.FleetKey;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Pages by the Events API v2. An alert triggers once, again when its severity or its cause changes (which folds into the same incident),
 * and is resolved once. Maintenance windows become change events.
 */
public final class PagerDuty implements HttpTarget {
    private final PagerDutySettings settings;
    private final EventBody body;
    private final Map<String, Secret> keys = new HashMap<>();
    private final URI events;
    private final URI changes;

    public PagerDuty(PagerDutySettings settings, Links links) {
        this.settings = settings;
        this.body = new EventBody(links);
        keys.put(PagerDutySettings.DEFAULT_LANE, settings.routingKey());
        settings.fleetKeys().forEach(key -> keys.put(key.name(), key.routingKey()));
        String endpoint = settings.endpoint()
                .orElse(settings.region().endpoint())
                .toString()
                .replaceAll("/+$", "");
        events = URI.create(endpoint + "/v2/enqueue");
        changes = URI.create(endpoint + "/v2/change/enqueue");
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String laneOf(Alert alert) {
        return settings.fleetKeys().stream()
                .filter(key -> key.isOf(alert.getFleet()))
                .findFirst()
                .map(FleetKey::name)
                .orElse(PagerDutySettings.DEFAULT_LANE);
    }

    @Override
    public boolean isWorthTelling(Alert told, Alert newer) {
        return settings.updates()
                && (told.getSeverity() != newer.getSeverity()
                        || !told.getProbableCause().equals(newer.getProbableCause()));
    }

    @Override
    public boolean hearsOfMaintenance() {
        return true;
    }

    @Override
    public HttpCall render(Call call, Instant now) {
        Notice notice = call.notices().get(0);
        boolean change = OwnPage.isMaintenance(notice.alert());
        ObjectNode event = change ? body.change(notice.alert()) : event(notice);
        event.put("routing_key", keyOf(call.lane()).reveal());
        return new HttpCall(change ? changes : events, HttpCall.JSON, Map.of(), JsonBody.bytes(event));
    }

    private ObjectNode event(Notice notice) {
        return notice.action() == Action.RESOLVE ? body.resolve(notice.alert()) : body.trigger(notice.alert());
    }

    /** A key that was taken out of the configuration leaves its open incidents to the default one. */
    private Secret keyOf(String lane) {
        return Objects.requireNonNull(keys.getOrDefault(lane, settings.routingKey()));
    }
}
