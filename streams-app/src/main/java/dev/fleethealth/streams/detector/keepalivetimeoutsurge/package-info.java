/** Many devices of a fleet that fall silent at once. */
@NullMarked
package dev.fleethealth.streams.detector.keepalivetimeoutsurge;

import org.jspecify.annotations.NullMarked;
