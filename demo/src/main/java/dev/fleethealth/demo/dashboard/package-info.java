/** Whether the dashboards show anything: each panel's query is put to a real Prometheus that watched the story. */
@NullMarked
package dev.fleethealth.demo.dashboard;

import org.jspecify.annotations.NullMarked;
