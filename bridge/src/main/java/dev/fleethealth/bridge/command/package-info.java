/** The verbs of the command line. */
@NullMarked
package dev.fleethealth.bridge.command;

import org.jspecify.annotations.NullMarked;
