package dev.fleethealth.bridge.runtime;

import dev.fleethealth.service.management.HealthCheck;
import java.util.Optional;

/** What the program still waits for before its work begins. */
final class StartupCheck implements HealthCheck {
    private volatile Optional<String> problem = Optional.of("begins");

    void waitsFor(String what) {
        problem = Optional.of("waits for " + what);
    }

    void done() {
        problem = Optional.empty();
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }
}
