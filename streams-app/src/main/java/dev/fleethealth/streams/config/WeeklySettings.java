package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.streams.policy.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The same time on some days of each week.
 *
 * @param days on which it begins
 * @param at local time at which it begins
 * @param zone where that is local time, such as {@code Europe/Berlin}
 * @param duration how long it takes
 */
public record WeeklySettings(
        @Default("[monday, tuesday, wednesday, thursday, friday, saturday, sunday]")
        List<DayOfWeek> days,

        LocalTime at,
        ZoneId zone,
        Duration duration) {
    public WeeklySettings {
        Setting.check(!days.isEmpty(), "days", "expected at least one day");
        Setting.inRange("duration", duration, Duration.ofSeconds(1), Schedule.Weekly.LONGEST);
    }

    Schedule schedule() {
        return new Schedule.Weekly(Set.copyOf(days), at, zone, duration);
    }
}
