/** Tests of the canonical JSON form. */
@NullMarked
package dev.fleethealth.schemas.json;

import org.jspecify.annotations.NullMarked;
