package dev.fleethealth.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueDevicesTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);

    private final DueDevices due = new DueDevices();

    @Test
    void shouldHandOutADeviceOnceWhenItsTimeHasPassed() {
        // Given
        due.file("late", START.plus(STEP.multipliedBy(3)));
        due.file("early", START.plus(STEP));
        due.file("ünïcode", START.plus(STEP));

        // When, Then
        assertThat(taken(START.plus(STEP), 10)).isEmpty();
        assertThat(taken(START.plus(STEP.multipliedBy(2)), 10)).containsExactly("early", "ünïcode");
        assertThat(taken(START.plus(STEP.multipliedBy(3)), 10)).isEmpty();
        assertThat(taken(START.plus(STEP.multipliedBy(9)), 10)).containsExactly("late");
        assertThat(taken(START.plus(STEP.multipliedBy(9)), 10)).isEmpty();
    }

    @Test
    void shouldHandOutNoMoreThanAskedForWhenManyAreDue() {
        // Given
        for (int i = 0; i < 25; i++) {
            due.file("d" + i, START);
        }

        // When
        List<Integer> portions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            portions.add(taken(START.plus(STEP), 10).size());
        }

        // Then
        assertThat(portions).containsExactly(10, 10, 5, 0);
    }

    @Test
    void shouldKeepADeviceThatIsFiledAgainWhileOthersAreTaken() {
        // Given
        due.file("d", START);

        // When
        due.take(START.plus(STEP), 10, key -> due.file(key, START.plus(STEP.multipliedBy(2))));

        // Then
        assertThat(taken(START.plus(STEP.multipliedBy(3)), 10)).containsExactly("d");
    }

    private List<String> taken(Instant now, int most) {
        List<String> taken = new ArrayList<>();
        due.take(now, most, taken::add);
        return taken;
    }
}
