/** What goes wrong in each fleet, and what should be found of it by the words of the specification. */
@NullMarked
package dev.fleethealth.benchmarks.day.story;

import org.jspecify.annotations.NullMarked;
