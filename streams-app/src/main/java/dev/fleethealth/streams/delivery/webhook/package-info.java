/** Any HTTP endpoint, by CloudEvents in JSON with a signature. */
@NullMarked
package dev.fleethealth.streams.delivery.webhook;

import org.jspecify.annotations.NullMarked;
