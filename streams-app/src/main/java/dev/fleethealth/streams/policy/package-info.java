/** What holds for which fleet at which time: its detectors with their settings, when they rest, and what they never see. */
@NullMarked
package dev.fleethealth.streams.policy;

import org.jspecify.annotations.NullMarked;
