/** How brokers report connections: one package for each broker, pure functions from bytes to events. */
@NullMarked
package dev.fleethealth.bridge.dialect;

import org.jspecify.annotations.NullMarked;
