/** A device that breaks the rules of the protocol or of the broker again and again. */
@NullMarked
package dev.fleethealth.streams.detector.clientmisbehaviour;

import org.jspecify.annotations.NullMarked;
