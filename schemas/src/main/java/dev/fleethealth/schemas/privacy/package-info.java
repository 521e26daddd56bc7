/** What becomes of addresses and user names before an event is handed on; functions of their input. */
@NullMarked
package dev.fleethealth.schemas.privacy;

import org.jspecify.annotations.NullMarked;
