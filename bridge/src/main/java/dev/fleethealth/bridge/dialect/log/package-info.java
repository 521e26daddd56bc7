/** Lines of log files: their time, and text that is safe to take apart. */
@NullMarked
package dev.fleethealth.bridge.dialect.log;

import org.jspecify.annotations.NullMarked;
