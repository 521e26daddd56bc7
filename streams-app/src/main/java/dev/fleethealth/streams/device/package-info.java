/** The history of one device, and what it contributes to its fleet. */
@NullMarked
package dev.fleethealth.streams.device;

import org.jspecify.annotations.NullMarked;
