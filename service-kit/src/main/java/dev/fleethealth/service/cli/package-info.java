/** What makes a command line a service: exit codes, one-line errors, graceful stop on a signal. */
@NullMarked
package dev.fleethealth.service.cli;

import org.jspecify.annotations.NullMarked;
