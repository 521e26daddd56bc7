package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.FleetDay;

/** What goes wrong in one fleet in the course of the day. */
@FunctionalInterface
public interface Story {
    void tell(FleetDay day);
}
