/** Tests of the serdes and of the registry client. */
@NullMarked
package dev.fleethealth.schemas.registry;

import org.jspecify.annotations.NullMarked;
