/** Asks the query API about the fleet of the story: what it answers must be what was done to the fleet. */
@NullMarked
package dev.fleethealth.demo.query;

import org.jspecify.annotations.NullMarked;
