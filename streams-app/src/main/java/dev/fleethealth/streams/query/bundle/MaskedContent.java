package dev.fleethealth.streams.query.bundle;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.privacy.Privacy;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Treats addresses and user names in all that a bundle holds: in their own fields, and where texts quote them. */
final class MaskedContent {
    private final Privacy privacy;
    private final Set<String> names;

    private MaskedContent(Privacy privacy, Set<String> names) {
        this.privacy = privacy;
        this.names = names;
    }

    static BundleContent of(BundleContent content, Privacy privacy) {
        Set<String> names = content.timeline().events().stream()
                .map(ConnectionEvent::getUsername)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        MaskedContent masked = new MaskedContent(privacy, names);
        return new BundleContent(
                content.at(),
                content.made(),
                masked.timeline(content.timeline()),
                masked.diagnosis(content.diagnosis()),
                masked.alerts(content.alerts()),
                content.freshness(),
                content.detectors());
    }

    private Timeline timeline(Timeline it) {
        return new Timeline(
                device(it.device()),
                it.events().stream().map(privacy::apply).toList(),
                it.connections().stream().map(this::connection).toList(),
                it.complete());
    }

    private Device device(Device it) {
        return new Device(
                it.id(),
                it.fleet(),
                it.online(),
                it.since(),
                it.lastEventAt(),
                it.lastCategory(),
                it.source(),
                it.node(),
                privacy.address(it.address()));
    }

    private DeviceConnection connection(DeviceConnection it) {
        return new DeviceConnection(
                it.from(),
                it.to(),
                it.category(),
                it.derived(),
                textOrNull(it.rawReason()),
                it.node(),
                privacy.address(it.address()),
                textOrNull(it.connectionId()),
                it.subscribed());
    }

    private Diagnosis diagnosis(Diagnosis it) {
        return new Diagnosis(
                it.device(),
                it.fleet(),
                it.at(),
                it.state(),
                it.kind(),
                ownText(it.verdict()),
                it.cause(),
                it.evidence().stream().map(this::text).toList(),
                ownText(it.advice()),
                it.backoff(),
                it.delivery(),
                alerts(it.alerts()),
                it.runbook());
    }

    private List<Alert> alerts(List<Alert> alerts) {
        return alerts.stream().map(this::alert).toList();
    }

    private Alert alert(Alert it) {
        Map<String, String> evidence = new TreeMap<>(it.getEvidence());
        evidence.replaceAll((name, value) -> text(value));
        return Alert.newBuilder(it)
                .setSummary(ownText(it.getSummary()))
                .setAdvice(ownText(it.getAdvice()))
                .setEvidence(evidence)
                .build();
    }

    /** Sentences of ours name no user, and a user may be called as one of their words. */
    private String ownText(String text) {
        return privacy.text(text, Set.of());
    }

    private String text(String text) {
        return privacy.text(text, names);
    }

    private @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }
}
