package dev.fleethealth.streams.detector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceThresholdTest {

    @ParameterizedTest
    @CsvSource({
        "20, 0.1, 0, 20",
        "20, 0.1, 200, 20",
        "20, 0.1, 201, 21",
        "20, 0.1, 300, 30",
        "10, 0.07, 1000, 70",
        "10, 0.07, 1001, 71",
        "1, 0.29, 100, 29",
        "1, 0.5, 61, 31",
        "5, 0, 1000000, 5",
        "5, 1, 1000000, 1000000"
    })
    void shouldRoundUpToWholeDevicesAndNoFurther(long least, double share, long population, long expected) {
        assertThat(new DeviceThreshold(least, share).of(population)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "3, 7, 21", "3, 6.7, 21", "1.1, 10, 11", "0, 1000, 0"})
    void shouldMultiplyWhatIsUsual(double times, double usual, long expected) {
        assertThat(DeviceThreshold.multiple(times, usual)).isEqualTo(expected);
    }
}
