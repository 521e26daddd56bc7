package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.Diagnosis.Backoff;
import dev.fleethealth.streams.query.Diagnosis.Delivery;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Diagnoses of made-up devices. */
final class SampleDiagnosis {
    private static final String RECOMMENDED = "double the pause from 1 s up to 60 s, and add up to 1 s at random";

    private SampleDiagnosis() {}

    static Diagnosis of(Device device, Instant at, List<Alert> alerts) {
        boolean taken = device.id().equals(SampleFleets.TAKEN_OVER_DEVICE);
        return new Diagnosis(
                device.id(),
                device.fleet(),
                at,
                device.online() ? Presence.ONLINE : Presence.OFFLINE,
                taken ? Kind.FAULT : Kind.SELF_REPAIR,
                taken ? "Two programs take the connection from each other." : "It lost the network and came back.",
                taken ? "two-programs" : "network-outage",
                List.of("60 connections from 203.0.113.9 ended TAKEN_OVER", "hostile text: " + device.id()),
                "Find out which of the two programs has the client id by right.",
                new Backoff("none", List.of(Duration.ofMillis(800), Duration.ofSeconds(1)), RECOMMENDED, false),
                new Delivery(Delivery.Finding.NOT_SUBSCRIBED, "It was connected and had not subscribed."),
                alerts,
                taken ? "docs/runbooks/takeover-loop.md" : null);
    }
}
