package dev.fleethealth.streams.delivery;

import java.time.Duration;

/** Hears nothing. */
final class NoListener implements DeliveryListener {
    @Override
    public void counted(Result result) {
        // Nobody asks.
    }

    @Override
    public void delivered(Duration delay) {
        // Nobody asks.
    }
}
