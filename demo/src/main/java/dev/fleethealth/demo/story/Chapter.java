package dev.fleethealth.demo.story;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that happens to the fleet.
 *
 * @param at when, after the beginning of the story
 * @param text what happens, for the reader
 * @param action makes it happen; returns at once
 * @param expectation the alert that must come of it, if any
 */
public record Chapter(Duration at, String text, Runnable action, Optional<Expectation> expectation) {}
