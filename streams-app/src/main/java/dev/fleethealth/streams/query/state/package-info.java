/** What the query stores hold, and the bytes that it is kept as. */
@NullMarked
package dev.fleethealth.streams.query.state;

import org.jspecify.annotations.NullMarked;
