package dev.fleethealth.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuProfileTest {

    @Test
    void shouldCountEachMethodOnceAStackWhenItCallsItself() {
        // When
        CpuProfile profile = CpuProfile.parse(
                List.of(
                        "[app-StreamThread-1 tid=7];dev/fleethealth/A.run;dev/fleethealth/A.run;java/B.b 3",
                        "[app-StreamThread-1 tid=7];dev/fleethealth/A.run 2",
                        "[GC Thread#0 tid=8];work 90"),
                "StreamThread");

        // Then
        assertThat(profile.total()).isEqualTo(5);
        assertThat(profile.within()).containsEntry("dev/fleethealth/A.run", 5L).containsEntry("java/B.b", 3L);
        assertThat(profile.self()).containsEntry("dev/fleethealth/A.run", 2L).containsEntry("java/B.b", 3L);
    }
}
