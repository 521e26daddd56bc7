package dev.fleethealth.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesInTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.1                        | <10.0.0.1>
            10.0.0.1:5768                   | <10.0.0.1>
            read tcp 10.0.0.1:80->10.0.0.2:5768: i/o timeout | read tcp <10.0.0.1>-><10.0.0.2>: i/o timeout
            (203.0.113.7).                  | (<203.0.113.7>).
            ::1                             | <::1>
            from 2001:DB8::7 refused        | from <2001:DB8::7> refused
            [2001:db8::1]:5768 gone         | <2001:db8::1> gone
            1:2:3:4:5:6:7:8                 | <1:2:3:4:5:6:7:8>
            ::ffff:10.0.0.1                 | <::ffff:10.0.0.1>
            10.0.0.1:5768: timed out        | <10.0.0.1>: timed out
            peer:10.0.0.1                   | peer:<10.0.0.1>
            ip=10.0.0.1,                    | ip=<10.0.0.1>,
            from:2001:db8::7: timed out     | from:<2001:db8::7>: timed out
            fe80::1%eth0                    | <fe80::1>%eth0
            """)
    void shouldReplaceAddressesWithTheirPorts(String text, String expected) {
        assertThat(AddressesInText.isIn(text)).isTrue();
        assertThat(AddressesInText.replace(text, address -> '<' + address + '>'))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at 12:34:56 today",
                "2026-11-20T12:34:56.789Z",
                "HiveMQ 2025.5 and 5.8.1",
                "emqx::reason",
                "acef393f7dfe4d55-7",
                "{shutdown,tcp_closed}",
                "00000000-0000-0000-0000-000000000000",
                ""
            })
    void shouldLeaveOtherTextAlone(String text) {
        assertThat(AddressesInText.isIn(text)).isFalse();
        assertThat(AddressesInText.replace(text, address -> "x")).isEqualTo(text);
    }

    @Test
    @Timeout(10)
    void shouldTakeLinearTimeWhenTheTextIsHostile() {
        for (String part :
                new String[] {"1:", "1.", ":", "::", "a", "1:1:1:1:1:1:1:1:", "::1 ", "[::1", "255.255.255."}) {
            // Given
            String text = part.repeat(65_536 / part.length());
            long start = System.nanoTime();

            // When
            AddressesInText.replace(text, address -> "x");

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        }
    }
}
