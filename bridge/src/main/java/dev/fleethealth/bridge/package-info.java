/** The program's entry point. */
@NullMarked
package dev.fleethealth.bridge;

import org.jspecify.annotations.NullMarked;
