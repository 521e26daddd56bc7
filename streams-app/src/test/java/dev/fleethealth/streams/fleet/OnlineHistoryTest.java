package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.session.Events;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnlineHistoryTest {
    private final OnlineHistory history = new OnlineHistory();

    @Test
    void shouldKnowWhoWasOnlineBeforeALongSilence() {
        // Given
        add(0, 0, 400);

        // When: an hour later many are lost at once
        add(0, 3_600_000, 321);

        // Then
        assertThat(history.at(Events.at(3_540_000))).isEqualTo(400);
        assertThat(history.at(Events.at(3_600_000))).isEqualTo(321);
    }

    @Test
    void shouldAddUpPartitionsEachAtThatTimeWhenOneIsBehind() {
        // Given
        add(0, 0, 10);
        add(1, 0, 100);
        add(0, 60_000, 4);

        // When
        add(1, 30_000, 90);

        // Then
        assertThat(history.at(Events.at(29_999))).isEqualTo(110);
        assertThat(history.at(Events.at(30_000))).isEqualTo(100);
        assertThat(history.at(Events.at(60_000))).isEqualTo(94);
    }

    @Test
    void shouldTakeTheFirstCountWhenTheTimeLiesBeforeAllThatIsKnown() {
        // Given
        add(0, 0, 7);
        add(0, 1_000, 5);

        // When // Then
        assertThat(history.at(Events.at(-60_000))).isEqualTo(7);
    }

    private void add(int partition, long millis, long online) {
        history.add(new FleetCounts(partition, false, Events.at(millis), online, online, Map.of()));
    }
}
