/** What happened to one device's connections, in the order in which it happened: a pure state machine. */
@NullMarked
package dev.fleethealth.streams.session;

import org.jspecify.annotations.NullMarked;
