/** TLS of both programs: whom to trust, and how to show who we are, from PEM files by the JDK's own means. */
@NullMarked
package dev.fleethealth.service.tls;

import org.jspecify.annotations.NullMarked;
