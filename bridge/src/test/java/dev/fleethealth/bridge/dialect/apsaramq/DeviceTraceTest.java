package dev.fleethealth.bridge.dialect.apsaramq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTraceTest {

    @ParameterizedTest
    @CsvSource({
        "close,not authorized,DISCONNECTED,NOT_AUTHORIZED,SERVER",
        "close,clientId conflict,DISCONNECTED,SESSION_TAKEN_OVER,SERVER",
        "close,resource auth failed,DISCONNECTED,NOT_AUTHORIZED,SERVER",
        "close,topic auth failed,DISCONNECTED,NOT_AUTHORIZED,SERVER",
        "close,no heart,DISCONNECTED,KEEPALIVE_TIMEOUT,SERVER",
        "close,closed by client,DISCONNECTED,NETWORK_LOST,NETWORK",
        "disconnect,disconnected by client,DISCONNECTED,NORMAL,CLIENT",
        "close,invalid param,DISCONNECTED,PROTOCOL_ERROR,SERVER",
        "close,Socket IOException,DISCONNECTED,NETWORK_LOST,NETWORK",
        "close,something new,DISCONNECTED,UNKNOWN,UNKNOWN",
        "connect,not authorized,CONNECT_FAILED,NOT_AUTHORIZED,SERVER"
    })
    void shouldCategorizeEachDocumentedActionInfoAndKeepItsSpelling(
            String action, String info, EventType type, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = record(action, info);

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(info);
        assertThat(event.getConnectionId()).isEqualTo("c1");
    }

    @ParameterizedTest
    @CsvSource({"accepted", "accept"})
    void shouldBeConnectedWhenTheConnectIsAccepted(String info) {
        // When
        ConnectionEvent.Builder event = record("connect", info);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getCategory()).isNull();
        assertThat(event.getConnectedAt()).isEqualTo(event.getOccurredAt());
    }

    @Test
    void shouldTakeTheTimeForChinasWhenItHasNoZone() {
        assertThat(record("close", "no heart").getOccurredAt()).isEqualTo(Instant.parse("2021-05-21T07:51:54.867Z"));
    }

    @Test
    void shouldGiveAnEventForEachRecordAndNameTheClientWhenTheAnswerDoes() {
        // Given
        String answer = """
                {"RequestId":"r","ClientId":"GID@@@d1","DeviceInfoList":[
                 {"ChannelId":"c1","Time":"2021-05-21 15:51:54.867","Action":"connect","ActionInfo":"accepted"},
                 {"ChannelId":"c1","Time":"2021-05-21 15:51:55.000","Action":"publish","ActionInfo":"accepted"},
                 {"ChannelId":"c1","Time":"2021-05-21 15:51:56","Action":"close","ActionInfo":"no heart"}]}""";

        // When
        List<ConnectionEvent.Builder> events = ((Decoding.Events) Messages.decode("apsaramq", "", answer)).drafts();

        // Then
        assertThat(events)
                .extracting(ConnectionEvent.Builder::getType)
                .containsExactly(EventType.CONNECTED, EventType.DISCONNECTED);
        assertThat(events).extracting(ConnectionEvent.Builder::getClientId).containsOnly("GID@@@d1");
    }

    @Test
    void shouldHaveTheSameIdWhenARecordComesInAnotherAnswer() {
        // Given
        String record = "{\"ChannelId\":\"c1\",\"Time\":\"2021-05-21 15:51:54.867\",\"Action\":\"close\","
                + "\"ActionCode\":\"mqtt.trace.action.close\",\"ActionInfo\":\"no heart\"}";

        // When
        ConnectionEvent.Builder first = Messages.event(
                "apsaramq", "", "{\"RequestId\":\"r1\",\"CurrentPage\":1,\"DeviceInfoList\":[" + record + "]}");
        ConnectionEvent.Builder second = Messages.event(
                "apsaramq", "", "{\"RequestId\":\"r2\",\"CurrentPage\":2,\"DeviceInfoList\":[" + record + "]}");

        // Then
        assertThat(first.getEventId()).isEqualTo(second.getEventId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"DeviceInfoList\":{}}|field DeviceInfoList: expected an array, found an object",
                "{\"DeviceInfoList\":[7]}|field DeviceInfoList: expected objects in the array, found a number",
                "{\"DeviceInfoList\":[{}]}|field DeviceInfoList.Action: expected text, found nothing",
                "{\"ChannelId\":\"c\",\"Action\":\"close\"}|field ActionInfo: expected text, found nothing",
                "{\"ChannelId\":\"c\",\"Action\":\"close\",\"ActionInfo\":\"x\",\"Time\":\"2021-02-30 00:00:00.000\"}|field Time: expected yyyy-MM-dd HH:mm:ss.SSS since 1970, found other text",
                "{\"ChannelId\":\"c\",\"Action\":\"close\",\"ActionInfo\":\"x\",\"Time\":\"+999999999-01-01 00:00:00\"}|field Time: expected yyyy-MM-dd HH:mm:ss.SSS since 1970, found other text"
            })
    void shouldSayWhatIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("apsaramq", "", payload)).isEqualTo(why);
    }

    private static ConnectionEvent.Builder record(String action, String info) {
        return Messages.event("apsaramq", "", """
                {"ChannelId":"c1","Time":"2021-05-21 15:51:54.867","ActionCode":"mqtt.trace.action.%s",
                 "Action":"%s","ActionInfo":"%s"}""".formatted(action, action, info));
    }
}
