/** How long a question takes while events come. */
@NullMarked
package dev.fleethealth.benchmarks.query;

import org.jspecify.annotations.NullMarked;
