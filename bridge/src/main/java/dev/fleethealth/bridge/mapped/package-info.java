/** Dialects that are data: a YAML file says where in a broker's JSON each fact stands, and what its words mean. */
@NullMarked
package dev.fleethealth.bridge.mapped;

import org.jspecify.annotations.NullMarked;
