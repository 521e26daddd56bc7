/** EMQX 4.x to 6.x: rule events and the presence messages of {@code $SYS}. */
@NullMarked
package dev.fleethealth.bridge.dialect.emqx;

import org.jspecify.annotations.NullMarked;
