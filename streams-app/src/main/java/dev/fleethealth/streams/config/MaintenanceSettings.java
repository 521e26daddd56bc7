package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Setting;
import dev.fleethealth.streams.policy.MaintenanceWindow;
import dev.fleethealth.streams.policy.NamePattern;
import dev.fleethealth.streams.policy.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When trouble is expected, so that nobody is told of it: once, from a time to another, or every week.
 *
 * @param fleets names: exact, globs, or regular expressions between slashes
 * @param detectors ids; none is all of them
 * @param from the first moment
 * @param to the first moment after it
 * @param weekly instead of from and to
 */
public record MaintenanceSettings(
        List<String> fleets,
        List<String> detectors,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<WeeklySettings> weekly) {
    public MaintenanceSettings {
        Setting.check(!fleets.isEmpty(), "fleets", "expected at least one name or pattern; \"*\" is all fleets");
        PatternSetting.checkAll("fleets", fleets, NamePattern::of);
        boolean once = from.isPresent() && to.isPresent() && weekly.isEmpty();
        boolean everyWeek = from.isEmpty() && to.isEmpty() && weekly.isPresent();
        Setting.check(once || everyWeek, "from", "expected either from and to, or weekly");
        Setting.check(
                !once || to.orElseThrow().isAfter(from.orElseThrow()),
                "to",
                "expected a time after from, was " + to.map(Instant::toString).orElse(""));
    }

    MaintenanceWindow window() {
        return new MaintenanceWindow(fleets.stream().map(NamePattern::of).toList(), Set.copyOf(detectors), schedule());
    }

    private Schedule schedule() {
        return weekly.map(WeeklySettings::schedule)
                .orElseGet(() -> new Schedule.Once(from.orElseThrow(), to.orElseThrow()));
    }
}
