package dev.fleethealth.streams.detector.reconnectloop;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link ReconnectLoop}. */
@AutoService(DetectorFactory.class)
public final class ReconnectLoopFactory implements DetectorFactory<ReconnectLoopSettings> {

    @Override
    public String id() {
        return ReconnectLoop.ID;
    }

    @Override
    public ReconnectLoopSettings defaults() {
        return ReconnectLoopSettings.DEFAULTS;
    }

    @Override
    public Detector create(ReconnectLoopSettings settings) {
        return new ReconnectLoop(settings);
    }
}
