/** The management port: metrics, liveness and readiness. */
@NullMarked
package dev.fleethealth.service.management;

import org.jspecify.annotations.NullMarked;
