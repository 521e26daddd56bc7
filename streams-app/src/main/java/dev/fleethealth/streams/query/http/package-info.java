/** Serves {@code openapi.yaml} over HTTP: routes, who is let in, how much may be asked, live updates, and the web page. */
@NullMarked
package dev.fleethealth.streams.query.http;

import org.jspecify.annotations.NullMarked;
