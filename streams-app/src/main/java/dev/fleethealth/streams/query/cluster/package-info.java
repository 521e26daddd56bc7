/** Asks the stores of this instance and of the others, and puts their answers together. */
@NullMarked
package dev.fleethealth.streams.query.cluster;

import org.jspecify.annotations.NullMarked;
