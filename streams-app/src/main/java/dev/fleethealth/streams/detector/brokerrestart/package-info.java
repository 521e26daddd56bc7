/** A broker node that is being restarted. */
@NullMarked
package dev.fleethealth.streams.detector.brokerrestart;

import org.jspecify.annotations.NullMarked;
