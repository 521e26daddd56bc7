/** Times as brokers write them into texts. */
@NullMarked
package dev.fleethealth.bridge.dialect.time;

import org.jspecify.annotations.NullMarked;
