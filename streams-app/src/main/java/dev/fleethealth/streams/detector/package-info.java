/** What a detector is: a pure function from what happened to a verdict, found by ServiceLoader. */
@NullMarked
package dev.fleethealth.streams.detector;

import org.jspecify.annotations.NullMarked;
