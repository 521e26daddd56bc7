package dev.fleethealth.benchmarks.day;

/** Something that looks like trouble and is none: nothing may be found of it. */
public record Trap(String what, String fleet, Span span) {}
