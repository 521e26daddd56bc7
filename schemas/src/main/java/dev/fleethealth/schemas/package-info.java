/** The records that everything outside the code relies on, and the topics that carry them. */
@NullMarked
package dev.fleethealth.schemas;

import org.jspecify.annotations.NullMarked;
