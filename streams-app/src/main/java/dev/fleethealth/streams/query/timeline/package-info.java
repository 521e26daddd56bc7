/** What a device's events say about its connections; functions of nothing but them. */
@NullMarked
package dev.fleethealth.streams.query.timeline;

import org.jspecify.annotations.NullMarked;
