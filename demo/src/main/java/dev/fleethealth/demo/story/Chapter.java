package dev.fleethealth.demo.story;

import java.time.Duration;
import java.util.List;

/**
 * One thing that happens to the fleet.
 *
 * @param at when, after the beginning of the story
 * @param text what happens, for the reader
 * @param action makes it happen; returns at once
 * @param expectations the alerts that must come of it
 */
public record Chapter(Duration at, String text, Runnable action, List<Expectation> expectations) {}
