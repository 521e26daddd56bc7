/** Tests of the Helm chart, its rules and dashboards, and of the page about the configuration. */
@NullMarked
package dev.fleethealth.helm;

import org.jspecify.annotations.NullMarked;
