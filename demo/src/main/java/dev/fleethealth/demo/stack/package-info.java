/** The processes that the demo starts, waits for and stops. */
@NullMarked
package dev.fleethealth.demo.stack;

import org.jspecify.annotations.NullMarked;
