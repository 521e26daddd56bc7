package dev.fleethealth.streams.detector.keepalivetimeout;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link KeepaliveTimeout}. */
@AutoService(DetectorFactory.class)
public final class KeepaliveTimeoutFactory implements DetectorFactory<KeepaliveTimeoutSettings> {

    @Override
    public String id() {
        return KeepaliveTimeout.ID;
    }

    @Override
    public KeepaliveTimeoutSettings defaults() {
        return KeepaliveTimeoutSettings.DEFAULTS;
    }

    @Override
    public Detector create(KeepaliveTimeoutSettings settings) {
        return new KeepaliveTimeout(settings);
    }
}
