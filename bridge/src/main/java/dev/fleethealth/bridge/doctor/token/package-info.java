/** JSON Web Tokens as a device sends them: whether a broker can take them. */
@NullMarked
package dev.fleethealth.bridge.doctor.token;

import org.jspecify.annotations.NullMarked;
