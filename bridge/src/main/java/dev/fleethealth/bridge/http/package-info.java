/** Events that brokers and clouds post over HTTP: each request is answered when Kafka has all of it. */
@NullMarked
package dev.fleethealth.bridge.http;

import org.jspecify.annotations.NullMarked;
