/** Tokens of the bridge, and the keys that they are signed and verified with. */
@NullMarked
package dev.fleethealth.bridge.security;

import org.jspecify.annotations.NullMarked;
