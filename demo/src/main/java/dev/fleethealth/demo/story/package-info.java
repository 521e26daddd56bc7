/** What happens to the fleet, when, and which alerts must come of it. */
@NullMarked
package dev.fleethealth.demo.story;

import org.jspecify.annotations.NullMarked;
