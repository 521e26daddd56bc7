/** A device whose credentials are refused again and again. */
@NullMarked
package dev.fleethealth.streams.detector.authfailureloop;

import org.jspecify.annotations.NullMarked;
