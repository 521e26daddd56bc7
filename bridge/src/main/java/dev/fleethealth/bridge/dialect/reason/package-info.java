/** What brokers say about why a connection ended, as tables of data, and the categories they stand for. */
@NullMarked
package dev.fleethealth.bridge.dialect.reason;

import org.jspecify.annotations.NullMarked;
