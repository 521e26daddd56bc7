package dev.fleethealth.streams.detector;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of devices that grows with the fleet. It is a whole number, so that exactly so many devices reach it and one
 * fewer never does.
 *
 * @param least devices that it never falls below
 * @param share of the population, 0 to 1
 */
public record DeviceThreshold(long least, double share) {
    /** By far more than a product of doubles is off; only so close to a whole number are decimals worth their price. */
    private static final double OFF_BY = 1e-6;

    /** The number for a fleet of that many devices. */
    public long of(long population) {
        return Math.max(least, multiple(share, population));
    }

    /** Calculated in decimals, as settings are written: as a double, 7 % of 100 devices would be more than 7. */
    public static long multiple(double times, double usual) {
        double product = times * usual;
        long up = (long) Math.ceil(product + OFF_BY);
        return up == (long) Math.ceil(product - OFF_BY) ? up : inDecimals(times, usual);
    }

    private static long inDecimals(double times, double usual) {
        return roundedUp(BigDecimal.valueOf(times).multiply(BigDecimal.valueOf(usual)));
    }

    private static long roundedUp(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValue();
    }
}
