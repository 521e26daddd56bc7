package dev.fleethealth.streams.detector.keepalivetimeoutsurge;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link KeepaliveTimeoutSurge}. */
@AutoService(DetectorFactory.class)
public final class KeepaliveTimeoutSurgeFactory implements DetectorFactory<KeepaliveTimeoutSurgeSettings> {

    @Override
    public String id() {
        return KeepaliveTimeoutSurge.ID;
    }

    @Override
    public KeepaliveTimeoutSurgeSettings defaults() {
        return KeepaliveTimeoutSurgeSettings.DEFAULTS;
    }

    @Override
    public Detector create(KeepaliveTimeoutSurgeSettings settings) {
        return new KeepaliveTimeoutSurge(settings);
    }
}
