package dev.fleethealth.streams.detector.takeoverloop;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link TakeoverLoop}. */
@AutoService(DetectorFactory.class)
public final class TakeoverLoopFactory implements DetectorFactory<TakeoverLoopSettings> {

    @Override
    public String id() {
        return TakeoverLoop.ID;
    }

    @Override
    public TakeoverLoopSettings defaults() {
        return TakeoverLoopSettings.DEFAULTS;
    }

    @Override
    public Detector create(TakeoverLoopSettings settings) {
        return new TakeoverLoop(settings);
    }
}
