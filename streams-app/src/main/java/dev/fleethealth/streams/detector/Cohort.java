package dev.fleethealth.streams.detector;

/**
 * Devices that had an occurrence, and where they are now.
 *
 * @param back connected since
 * @param refused not back: they tried, and their credentials were refused
 * @param away neither
 */
public record Cohort(long back, long refused, long away) {
    public static final Cohort NONE = new Cohort(0, 0, 0);

    public long devices() {
        return back + refused + away;
    }

    /** Share of the devices that are back, 0 to 1; 1 when there are none. */
    public double shareBack() {
        return devices() == 0 ? 1 : (double) back / devices();
    }

    public Cohort plus(Cohort other) {
        return new Cohort(back + other.back, refused + other.refused, away + other.away);
    }
}
