/** A connection to a broker that is kept up: made anew with backoff, its messages handed to the pipeline. */
@NullMarked
package dev.fleethealth.bridge.link;

import org.jspecify.annotations.NullMarked;
