package dev.fleethealth.bridge.dialect.apsaramq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusEventTest {

    @Test
    void shouldMapEveryFieldWhenAClientConnects() {
        // When
        ConnectionEvent.Builder event = Messages.event("apsaramq", "", """
                {"clientId":"GID_test@@@d1","channelId":"c1","eventType":"connect","clientIp":"203.0.113.7:51688",
                 "time":1773187200123,"certificateChainSn":"0a1b"}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("GID_test@@@d1");
        assertThat(event.getConnectionId()).isEqualTo("c1");
        assertThat(event.getPeerAddress()).isEqualTo("203.0.113.7");
        assertThat(event.getPeerPort()).isEqualTo(51688);
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_773_187_200_123L));
        assertThat(event.getConnectedAt()).isEqualTo(Instant.ofEpochMilli(1_773_187_200_123L));
        assertThat(event.getAttributes()).containsOnly(Map.entry("certificateChainSn", "0a1b"));
    }

    @ParameterizedTest
    @CsvSource({"disconnect,NORMAL,CLIENT", "tcpclean,UNKNOWN,UNKNOWN"})
    void shouldKnowTheClientsGoodbyeButNotWhyTheTcpConnectionIsGone(String type, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = status("d1", "c1", type, 1);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(type);
    }

    @Test
    void shouldHaveTheSameIdWhenItIsRedelivered() {
        assertThat(status("d1", "c1", "tcpclean", 1).getEventId())
                .isEqualTo(status("d1", "c1", "tcpclean", 2).getEventId());
    }

    @ParameterizedTest
    @CsvSource({"d2,c1,tcpclean", "d1,c2,tcpclean", "d1,c1,disconnect", "d1,c1,connect", "d1c,1,tcpclean"})
    void shouldHaveAnotherIdWhenClientChannelOrTypeDiffers(String clientId, String channelId, String type) {
        assertThat(status(clientId, channelId, type, 1).getEventId())
                .isNotEqualTo(status("d1", "c1", "tcpclean", 1).getEventId());
    }

    @Test
    void shouldTakeTheAddressAloneWhenThereIsNoPort() {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "apsaramq",
                "",
                "{\"clientId\":\"d\",\"channelId\":\"c\",\"eventType\":\"connect\",\"clientIp\":\"203.0.113.7\"}");

        // Then
        assertThat(event.getPeerAddress()).isEqualTo("203.0.113.7");
        assertThat(event.getPeerPort()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"{\\\"clientId\\\":\\\"d1\\\",\\\"channelId\\\":\\\"c1\\\",\\\"eventType\\\":\\\"tcpclean\\\"}\"",
                "{\"clientId\":\"d1\",\"channelId\":\"c1\",\"eventType\":\"tcpclean\"}"
            })
    void shouldUnwrapTheBodyWhenEventBridgeDelivers(String body) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "apsaramq", "", "{\"specversion\":\"1.0\",\"id\":\"1\",\"data\":{\"body\":%s}}".formatted(body));

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getEventId())
                .isEqualTo(status("d1", "c1", "tcpclean", 1).getEventId());
    }

    @Test
    void shouldIgnoreWhenTheEventIsNotAboutConnections() {
        assertThat(Messages.decode("apsaramq", "", "{\"clientId\":\"d\",\"eventType\":\"subscribe\"}"))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clientId\":\"d1\"}|field eventType: expected a status event; nor is this a device trace, found nothing",
                "{\"eventType\":\"connect\",\"channelId\":\"c\"}|field clientId: expected text, found nothing",
                "{\"eventType\":\"connect\",\"clientId\":\"d\"}|field channelId: expected text, found nothing",
                "{\"eventType\":\"connect\",\"clientId\":\"d\",\"channelId\":\"c\",\"time\":\"1\"}|field time: expected epoch milliseconds, found text",
                "{\"specversion\":\"1.0\"}|field data: expected an object with the RocketMQ message, found nothing",
                "{\"specversion\":\"1.0\",\"data\":{}}|field data.body: expected a status event, found nothing",
                "{\"specversion\":\"1.0\",\"data\":{\"body\":\"TEST\"}}|not valid JSON at line 1, column 1"
            })
    void shouldSayWhatIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("apsaramq", "", payload)).startsWith(why);
    }

    private static ConnectionEvent.Builder status(String clientId, String channelId, String eventType, long time) {
        return Messages.event(
                "apsaramq",
                "",
                "{\"clientId\":\"%s\",\"channelId\":\"%s\",\"eventType\":\"%s\",\"time\":%d}"
                        .formatted(clientId, channelId, eventType, time));
    }
}
