/** Many devices of a fleet whose credentials are refused at once. */
@NullMarked
package dev.fleethealth.streams.detector.authfailureburst;

import org.jspecify.annotations.NullMarked;
