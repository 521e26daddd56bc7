package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {
    @Test
    void shouldFindTheSeriesAndNothingElse() {
        Expression expression = new Expression(
                "topk(10, sum by (category) (increase(a_total{type=~\"B|C\"}[1h])) > 0) or fleet:x:ratio / on (le) d_bucket");

        assertThat(expression.metrics()).containsExactlyInAnyOrder("a_total", "fleet:x:ratio", "d_bucket");
    }

    @Test
    void shouldFindCountersWithoutRate() {
        assertThat(new Expression("rate(a_total{x=\"1\"}[5m]) + b_total{x=\"1\"} + c_total").bareCounters())
                .containsExactly("b_total", "c_total");
    }
}
