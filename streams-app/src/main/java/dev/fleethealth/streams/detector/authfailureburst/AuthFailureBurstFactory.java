package dev.fleethealth.streams.detector.authfailureburst;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link AuthFailureBurst}. */
@AutoService(DetectorFactory.class)
public final class AuthFailureBurstFactory implements DetectorFactory<AuthFailureBurstSettings> {

    @Override
    public String id() {
        return AuthFailureBurst.ID;
    }

    @Override
    public AuthFailureBurstSettings defaults() {
        return AuthFailureBurstSettings.DEFAULTS;
    }

    @Override
    public Detector create(AuthFailureBurstSettings settings) {
        return new AuthFailureBurst(settings);
    }
}
