/** The bridge's configuration file as records; their Javadoc describes every key. */
@NullMarked
package dev.fleethealth.bridge.config;

import org.jspecify.annotations.NullMarked;
