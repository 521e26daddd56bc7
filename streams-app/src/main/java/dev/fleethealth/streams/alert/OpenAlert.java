package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;

/**
 * An open episode and what it is about, as it is kept between events.
 *
 * @param worst the alert as it read at its worst; what is said of it when it is over
 */
public record OpenAlert(Subject subject, Episode episode, Alert worst) {

    OpenAlert with(Episode next) {
        return new OpenAlert(subject, next, worst);
    }

    OpenAlert withWorst(Alert next) {
        return new OpenAlert(subject, episode, next);
    }
}
