/** The program: finds what is wrong with a fleet's connections. */
@NullMarked
package dev.fleethealth.streams;

import org.jspecify.annotations.NullMarked;
