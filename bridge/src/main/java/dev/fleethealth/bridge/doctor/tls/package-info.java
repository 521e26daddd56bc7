/** TLS versions and certificates: whether the broker is who it should be. */
@NullMarked
package dev.fleethealth.bridge.doctor.tls;

import org.jspecify.annotations.NullMarked;
