/** Extension for HiveMQ that publishes the life cycle of its clients as JSON. */
@NullMarked
package dev.fleethealth.hivemq;

import org.jspecify.annotations.NullMarked;
