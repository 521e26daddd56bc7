package dev.fleethealth.streams.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.128/25, 10.1.2.127, false",
        "10.1.2.128/25, 10.1.2.128, true",
        "10.1.2.0/31, 10.1.2.1, true",
        "10.1.2.0/31, 10.1.2.2, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fd00::/8, fdff:1::9, true",
        "fd00::/8, fe00::, false",
        "2001:DB8:1::/48, 2001:db8:1:ffff::1, true",
        "2001:db8:1::/48, 2001:db8:2::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, 10.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, ::ffff:b01:203, false",
        "fe80::/10, fe80::1%eth0, true",
        "10.0.0.0/8, gateway.example.com, false",
        "10.0.0.0/8, '', false",
        "10.0.0.0/8, 10.1.2, false",
        "10.0.0.0/8, 10.1.2.3:4711, false"
    })
    void shouldTellWhichAddressesAreInside(String block, String address, boolean inside) {
        assertThat(AddressBlock.of(block).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "10.1.2", "10.1.2.256", "10.1.2.3.4", "10.1.2.3/33", "10.1.2.3/", "10.1.2.3/-1", "10.1.2.3/x",
                        "::1/129",
                "1::2::3", ":::", "1:2:3", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1.2.3", "example.com", "beef"
            })
    void shouldSayWhatWasExpectedWhenItIsNoBlock(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressBlock.of(text))
                .withMessage(
                        "expected an IP address or a block of them such as 10.1.0.0/16 or fd00::/8, was \"%s\"", text);
    }
}
