package dev.fleethealth.streams.delivery;

import java.time.Duration;

/** Is told what becomes of alerts at one target. */
public interface DeliveryListener {

    /** One state of an alert came to this. */
    void counted(Result result);

    /** @param delay from the event time of the state to its delivery, not negative */
    void delivered(Duration delay);
}
