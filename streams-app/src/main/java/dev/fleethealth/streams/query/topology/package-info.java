/** Records devices, fleets and alerts in stores that can be asked, apart from detection. */
@NullMarked
package dev.fleethealth.streams.query.topology;

import org.jspecify.annotations.NullMarked;
