package dev.fleethealth.streams.detector.capacityexhausted;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link CapacityExhausted}. */
@AutoService(DetectorFactory.class)
public final class CapacityExhaustedFactory implements DetectorFactory<CapacityExhaustedSettings> {

    @Override
    public String id() {
        return CapacityExhausted.ID;
    }

    @Override
    public CapacityExhaustedSettings defaults() {
        return CapacityExhaustedSettings.DEFAULTS;
    }

    @Override
    public Detector create(CapacityExhaustedSettings settings) {
        return new CapacityExhausted(settings);
    }
}
