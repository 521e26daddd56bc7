/** Programs in processes of their own, which can be stopped in every way. */
@NullMarked
package dev.fleethealth.testkit.process;

import org.jspecify.annotations.NullMarked;
