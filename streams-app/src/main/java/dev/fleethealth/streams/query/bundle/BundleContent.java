package dev.fleethealth.streams.query.bundle;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Freshness;
import dev.fleethealth.streams.query.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a device's trouble.
 *
 * @param at time of the trouble
 * @param made when the bundle was made
 * @param alerts of the device and its fleet around that time
 * @param detectors what is configured for the device's fleet, as YAML without secrets
 */
public record BundleContent(
        Instant at,
        Instant made,
        Timeline timeline,
        Diagnosis diagnosis,
        List<Alert> alerts,
        Freshness freshness,
        String detectors) {}
