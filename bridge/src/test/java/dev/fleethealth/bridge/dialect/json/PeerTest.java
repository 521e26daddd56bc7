package dev.fleethealth.bridge.dialect.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1:5768,10.0.0.1,5768",
        "[2001:db8::1]:65535,2001:db8::1,65535",
        "::ffff:127.0.0.1:1,::ffff:127.0.0.1,1",
        "unknown:0,unknown,0"
    })
    void shouldSplitAddressAndPortWhenWrittenAsBrokersDo(String text, String address, int port) {
        assertThat(Peer.parse(text)).contains(new Peer(address, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1",
                ":1883",
                "10.0.0.1:",
                "10.0.0.1:65536",
                "10.0.0.1:-1",
                "10.0.0.1:1e3",
                "a b:1",
                "[]:1"
            })
    void shouldFindNoPeerWhenTheTextHasAnotherForm(String text) {
        assertThat(Peer.parse(text)).isEmpty();
    }

    @Test
    void shouldFindNoPeerWhenTheTextIsHuge() {
        assertThat(Peer.parse("1".repeat(65_536) + ":1")).isEmpty();
    }
}
