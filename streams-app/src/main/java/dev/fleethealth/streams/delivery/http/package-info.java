/** Calls to targets over HTTP: what is sent, how long is waited, and what the answers mean. */
@NullMarked
package dev.fleethealth.streams.delivery.http;

import org.jspecify.annotations.NullMarked;
