/** Eclipse Mosquitto: the lines of its log, from {@code $SYS/broker/log/#} and from files. */
@NullMarked
package dev.fleethealth.bridge.dialect.mosquitto;

import org.jspecify.annotations.NullMarked;
