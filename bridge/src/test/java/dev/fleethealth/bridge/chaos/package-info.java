/** What the bridge promises, put to the test with real brokers and real ends of processes and networks. */
@NullMarked
package dev.fleethealth.bridge.chaos;

import org.jspecify.annotations.NullMarked;
