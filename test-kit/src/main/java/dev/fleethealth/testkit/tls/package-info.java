/** Certificates for tests, issued on the spot. */
@NullMarked
package dev.fleethealth.testkit.tls;

import org.jspecify.annotations.NullMarked;
