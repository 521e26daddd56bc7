/** The demo: everything on one machine, one fleet, one story. */
@NullMarked
package dev.fleethealth.demo;

import org.jspecify.annotations.NullMarked;
