/** Two programs that fight over one client id. */
@NullMarked
package dev.fleethealth.streams.detector.takeoverloop;

import org.jspecify.annotations.NullMarked;
