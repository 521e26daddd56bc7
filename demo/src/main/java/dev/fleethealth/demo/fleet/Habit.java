package dev.fleethealth.demo.fleet;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What a device does each time that it is connected. */
@FunctionalInterface
interface Habit {
    /** Says nothing any more, not even PINGREQ: the link has died silently. */
    Habit FALL_SILENT = device -> {};

    /** How long a device is up that only reports. */
    Duration AWAKE = Duration.ofSeconds(2);

    void connected(Device device);

    /** Stays connected: keeps the link alive, and reports now and then. */
    static Habit stayOn(Duration reportEvery) {
        return device -> {
            device.keepAlive();
            device.repeat(reportEvery, device::report);
        };
    }

    /** Reports, says goodbye, and sleeps until the next time: a planned wake-up. */
    static Habit wakeUp(Duration every, RandomGenerator random) {
        return device -> {
            device.report();
            device.later(AWAKE, () -> device.sleep(every.plusMillis(random.nextLong(every.toMillis()))));
        };
    }
}
