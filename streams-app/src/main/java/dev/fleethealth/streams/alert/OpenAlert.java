package dev.fleethealth.streams.alert;

/** An open episode and what it is about, as it is kept between events. */
public record OpenAlert(Subject subject, Episode episode) {

    public OpenAlert with(Episode next) {
        return new OpenAlert(subject, next);
    }
}
