package dev.fleethealth.streams.detector.brokerrestart;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link BrokerRestart}. */
@AutoService(DetectorFactory.class)
public final class BrokerRestartFactory implements DetectorFactory<BrokerRestartSettings> {

    @Override
    public String id() {
        return BrokerRestart.ID;
    }

    @Override
    public BrokerRestartSettings defaults() {
        return BrokerRestartSettings.DEFAULTS;
    }

    @Override
    public Detector create(BrokerRestartSettings settings) {
        return new BrokerRestart(settings);
    }
}
