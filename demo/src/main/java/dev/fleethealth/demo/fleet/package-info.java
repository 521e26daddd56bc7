/** The devices, and how each of them behaves. */
@NullMarked
package dev.fleethealth.demo.fleet;

import org.jspecify.annotations.NullMarked;
