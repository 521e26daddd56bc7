/** Keys, certificates and tokens of the bridge: made from PEM text by the JDK's own means. */
@NullMarked
package dev.fleethealth.bridge.security;

import org.jspecify.annotations.NullMarked;
