package dev.fleethealth.streams.detector.clientmisbehaviour;

import com.google.auto.service.AutoService;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** Registers {@link ClientMisbehaviour}. */
@AutoService(DetectorFactory.class)
public final class ClientMisbehaviourFactory implements DetectorFactory<ClientMisbehaviourSettings> {

    @Override
    public String id() {
        return ClientMisbehaviour.ID;
    }

    @Override
    public ClientMisbehaviourSettings defaults() {
        return ClientMisbehaviourSettings.DEFAULTS;
    }

    @Override
    public Detector create(ClientMisbehaviourSettings settings) {
        return new ClientMisbehaviour(settings);
    }
}
