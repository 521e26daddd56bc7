package dev.fleethealth.demo.dashboard;

/**
 * One query of a dashboard, ready for Prometheus.
 *
 * @param place title of the dashboard and of the panel or annotation
 * @param expression without variables, and without what would answer in place of the data
 */
public record PanelQuery(String place, String expression) {}
