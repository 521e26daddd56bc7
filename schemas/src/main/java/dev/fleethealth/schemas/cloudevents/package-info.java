/** What the records say of themselves to those who know CloudEvents, on Kafka and over HTTP. */
@NullMarked
package dev.fleethealth.schemas.cloudevents;

import org.jspecify.annotations.NullMarked;
