/** What the program promises when something fails, put to the test with real processes and real faults. */
@NullMarked
package dev.fleethealth.streams.chaos;

import org.jspecify.annotations.NullMarked;
