/** What both programs show of themselves: the JVM, the process and Kafka's own clients. */
@NullMarked
package dev.fleethealth.service.metrics;

import org.jspecify.annotations.NullMarked;
