package dev.fleethealth.streams.detector.massdisconnect;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link MassDisconnect}. */
@AutoService(DetectorFactory.class)
public final class MassDisconnectFactory implements DetectorFactory<MassDisconnectSettings> {

    @Override
    public String id() {
        return MassDisconnect.ID;
    }

    @Override
    public MassDisconnectSettings defaults() {
        return MassDisconnectSettings.DEFAULTS;
    }

    @Override
    public Detector create(MassDisconnectSettings settings) {
        return new MassDisconnect(settings);
    }
}
