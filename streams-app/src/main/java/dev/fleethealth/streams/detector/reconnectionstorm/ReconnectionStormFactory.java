package dev.fleethealth.streams.detector.reconnectionstorm;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link ReconnectionStorm}. */
@AutoService(DetectorFactory.class)
public final class ReconnectionStormFactory implements DetectorFactory<ReconnectionStormSettings> {

    @Override
    public String id() {
        return ReconnectionStorm.ID;
    }

    @Override
    public ReconnectionStormSettings defaults() {
        return ReconnectionStormSettings.DEFAULTS;
    }

    @Override
    public Detector create(ReconnectionStormSettings settings) {
        return new ReconnectionStorm(settings);
    }
}
