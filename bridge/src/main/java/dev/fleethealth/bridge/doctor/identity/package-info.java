/** Client ids against the rules of each broker. */
@NullMarked
package dev.fleethealth.bridge.doctor.identity;

import org.jspecify.annotations.NullMarked;
