package dev.fleethealth.streams.detector.jwtexpirycluster;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link JwtExpiryCluster}. */
@AutoService(DetectorFactory.class)
public final class JwtExpiryClusterFactory implements DetectorFactory<JwtExpiryClusterSettings> {

    @Override
    public String id() {
        return JwtExpiryCluster.ID;
    }

    @Override
    public JwtExpiryClusterSettings defaults() {
        return JwtExpiryClusterSettings.DEFAULTS;
    }

    @Override
    public Detector create(JwtExpiryClusterSettings settings) {
        return new JwtExpiryCluster(settings);
    }
}
