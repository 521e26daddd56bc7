package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SamplesTest {

    @RepeatedTest(10)
    void shouldHandOutTheLastTenAndThoseThatAreNewWhenDevicesComeAgainAndAgain(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        Samples samples = new Samples();
        List<String> all = new ArrayList<>();
        List<String> fresh = new ArrayList<>();

        for (int i = 0; i < 300; i++) {
            // When
            String device = "d" + random.nextInt(20);
            samples.add(device);
            moveToEnd(all, device);
            moveToEnd(fresh, device);

            // Then
            assertThat(samples.all()).isEqualTo(newest(all));
            if (random.nextInt(8) == 0) {
                assertThat(samples.takeNew()).isEqualTo(newest(fresh));
                fresh.clear();
            }
        }
    }

    private static void moveToEnd(List<String> devices, String device) {
        devices.remove(device);
        devices.add(device);
    }

    private static List<String> newest(List<String> devices) {
        return devices.subList(Math.max(0, devices.size() - SeriesCounts.MOST_SAMPLES), devices.size());
    }
}
