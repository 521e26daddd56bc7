package dev.fleethealth.streams.delivery.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.settings.AlertmanagerSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Hands alerts to Alertmanager as Prometheus does: open ones again and again, each time with an end in the near future in
 * case we fall silent, and the end of each for five minutes, in case it was restarted.
 */
public final class Alertmanager implements HttpTarget {
    private static final String LANE = "alertmanager";
    private static final int BATCH = 64;
    private static final int INTERVALS_TO_LIVE = 4;
    private static final Duration RESOLVED_REPEATED_FOR = Duration.ofMinutes(5);

    private final AlertmanagerSettings settings;
    private final AlertBody body;
    private final URI alerts;
    private final Map<String, String> headers;

    public Alertmanager(AlertmanagerSettings settings, Links links) {
        this.settings = settings;
        this.body = new AlertBody(settings.labels(), links);
        this.alerts = URI.create(settings.url().toString().replaceAll("/+$", "") + "/api/v2/alerts");
        this.headers = settings.bearerToken()
                .map(token -> Map.of("Authorization", "Bearer " + token.reveal()))
                .orElse(Map.of());
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String laneOf(Alert alert) {
        return LANE;
    }

    @Override
    public boolean isWorthTelling(Alert told, Alert newer) {
        return true;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Duration repeatEvery() {
        return settings.resendInterval();
    }

    @Override
    public Duration repeatResolvedFor() {
        return RESOLVED_REPEATED_FOR;
    }

    @Override
    public HttpCall render(Call call, Instant now) {
        ArrayNode list = JsonBody.object().putArray("alerts");
        Instant horizon = now.plus(settings.resendInterval().multipliedBy(INTERVALS_TO_LIVE));
        for (Notice notice : call.notices()) {
            notice.before()
                    .filter(before -> before.getSeverity() != notice.alert().getSeverity())
                    .ifPresent(before -> list.add(body.ended(before, now)));
            list.add(body.of(notice, horizon, now));
        }
        return new HttpCall(alerts, HttpCall.JSON, headers, JsonBody.bytes(list));
    }
}
