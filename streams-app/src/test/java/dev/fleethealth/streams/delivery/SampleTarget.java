package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;

/** A target that wants to know of changes of severity; fleets that begin with {@code b-} have a lane of their own. */
class SampleTarget implements Target {
    private final Duration repeatEvery;
    private final int batch;

    SampleTarget() {
        this(Duration.ZERO, 1);
    }

    SampleTarget(Duration repeatEvery, int batch) {
        this.repeatEvery = repeatEvery;
        this.batch = batch;
    }

    @Override
    public String name() {
        return "oncall";
    }

    @Override
    public String laneOf(Alert alert) {
        return alert.getFleet().startsWith("b-") ? "b" : "a";
    }

    @Override
    public boolean isWorthTelling(Alert told, Alert newer) {
        return told.getSeverity() != newer.getSeverity();
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public Duration repeatEvery() {
        return repeatEvery;
    }

    @Override
    public Duration repeatResolvedFor() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean hearsOfMaintenance() {
        return true;
    }
}
