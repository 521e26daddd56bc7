/** Tests of the records and the topic catalogue, and samples for all other tests of this module. */
@NullMarked
package dev.fleethealth.schemas;

import org.jspecify.annotations.NullMarked;
