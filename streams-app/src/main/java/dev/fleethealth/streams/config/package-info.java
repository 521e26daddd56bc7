/** The configuration file of the program, as records, and what is made of it. */
@NullMarked
package dev.fleethealth.streams.config;

import org.jspecify.annotations.NullMarked;
