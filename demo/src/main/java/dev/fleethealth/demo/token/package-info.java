/** Devices' credentials: ES256 JSON Web Tokens, issued and verified with the JDK's own cryptography. */
@NullMarked
package dev.fleethealth.demo.token;

import org.jspecify.annotations.NullMarked;
