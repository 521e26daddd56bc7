package dev.fleethealth.streams.detector;

/** Where a count stands. What clears an alert lies well below what fires it, so that none flaps at its threshold. */
public final class Levels {
    private Levels() {}

    /** For distinct devices: low enough below half of what opened the alert. */
    public static Level ofDevices(Reading reading, long threshold) {
        if (reading.devices() >= threshold) {
            return Level.FIRING;
        }
        double openedBy = reading.openedBy().orElse((double) threshold);
        return 2 * reading.devices() < openedBy ? Level.BELOW : Level.HOLDING;
    }

    /** For what happens to one device: low enough when nothing of it is left in the window. */
    public static Level ofOccurrences(Reading reading, long threshold) {
        if (reading.occurrences() >= threshold) {
            return Level.FIRING;
        }
        return reading.occurrences() == 0 ? Level.BELOW : Level.HOLDING;
    }
}
