/** {@code fleet-bridge doctor}: examines, from where a device stands, each step on its way to a broker. */
@NullMarked
package dev.fleethealth.bridge.doctor;

import org.jspecify.annotations.NullMarked;
