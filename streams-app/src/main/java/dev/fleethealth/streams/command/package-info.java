/** The verbs of the command line. */
@NullMarked
package dev.fleethealth.streams.command;

import org.jspecify.annotations.NullMarked;
