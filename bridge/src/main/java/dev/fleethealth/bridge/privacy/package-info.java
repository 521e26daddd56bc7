/** What becomes of addresses and user names before an event leaves the bridge; functions of their input. */
@NullMarked
package dev.fleethealth.bridge.privacy;

import org.jspecify.annotations.NullMarked;
