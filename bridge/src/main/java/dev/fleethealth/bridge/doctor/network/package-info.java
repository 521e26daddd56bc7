/** Names, addresses and ports: whether packets get to the broker. */
@NullMarked
package dev.fleethealth.bridge.doctor.network;

import org.jspecify.annotations.NullMarked;
