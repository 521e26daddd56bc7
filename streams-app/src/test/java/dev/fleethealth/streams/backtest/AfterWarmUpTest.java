package dev.fleethealth.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.backtest.report.Found;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterWarmUpTest {
    private final List<Alert> passed = new ArrayList<>();
    private final AfterWarmUp afterWarmUp = new AfterWarmUp(Found.START.plusSeconds(100), passed::add);

    @Test
    void shouldSwallowWhatIsOverWhenTheWarmUpEnds() {
        // When
        afterWarmUp.accept(Found.transition("over", 0, 0, AlertState.OPEN));
        afterWarmUp.accept(Found.transition("over", 0, 99, AlertState.RESOLVED));
        afterWarmUp.accept(Found.transition("new", 100, 100, AlertState.OPEN));
        // Then
        assertThat(passed).extracting(Alert::getFleet).containsExactly("new");
    }

    @Test
    void shouldTellHowItOpenedWhenAnAlertIsStillOpenThen() {
        // When
        afterWarmUp.accept(Found.transition("long", 0, 0, AlertState.OPEN));
        afterWarmUp.accept(Found.transition("long", 0, 60, AlertState.UPDATED));
        afterWarmUp.accept(Found.transition("long", 0, 120, AlertState.RESOLVED));
        // Then
        assertThat(passed)
                .extracting(Alert::getState)
                .containsExactly(AlertState.OPEN, AlertState.UPDATED, AlertState.RESOLVED);
    }
}
