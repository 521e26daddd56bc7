/** How large a chaos test is, and what it measured. */
@NullMarked
package dev.fleethealth.testkit.chaos;

import org.jspecify.annotations.NullMarked;
