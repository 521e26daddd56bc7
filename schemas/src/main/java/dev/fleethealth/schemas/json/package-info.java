/** The canonical JSON form of the Avro records: one object a line, the same names, absent fields left out. */
@NullMarked
package dev.fleethealth.schemas.json;

import org.jspecify.annotations.NullMarked;
