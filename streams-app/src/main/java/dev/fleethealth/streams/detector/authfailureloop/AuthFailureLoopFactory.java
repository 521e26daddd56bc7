package dev.fleethealth.streams.detector.authfailureloop;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link AuthFailureLoop}. */
@AutoService(DetectorFactory.class)
public final class AuthFailureLoopFactory implements DetectorFactory<AuthFailureLoopSettings> {

    @Override
    public String id() {
        return AuthFailureLoop.ID;
    }

    @Override
    public AuthFailureLoopSettings defaults() {
        return AuthFailureLoopSettings.DEFAULTS;
    }

    @Override
    public Detector create(AuthFailureLoopSettings settings) {
        return new AuthFailureLoop(settings);
    }
}
