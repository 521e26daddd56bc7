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

    /** The number for a fleet of that many devices. */
    public long of(long population) {
        return Math.max(least, roundedUp(BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(population))));
    }

    /** Calculated in decimals, as settings are written: as a double, 7 % of 100 devices would be more than 7. */
    public static long multiple(double times, double usual) {
        return roundedUp(BigDecimal.valueOf(times).multiply(BigDecimal.valueOf(usual)));
    }

    private static long roundedUp(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValue();
    }
}
