package dev.fleethealth.bridge.dialect.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Initiator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTableTest {
    private static final ReasonTable MQTT = ReasonTable.load("/dialects/mqtt/mqtt5.csv", "/dialects/mqtt/mqtt311.csv");

    @ParameterizedTest
    @ValueSource(strings = {"KEEP_ALIVE_TIMEOUT", "keepalive_timeout", "Keep Alive timeout", "0x8D", "0x8d"})
    void shouldKnowAReasonWhateverItsSpelling(String spelling) {
        assertThat(MQTT.lookup(spelling, Situation.SERVER_DISCONNECT))
                .isEqualTo(new Reason(Category.KEEPALIVE_TIMEOUT, Initiator.SERVER));
    }

    @ParameterizedTest
    @CsvSource({
        "unspecified error,CONNECT,SERVER_ERROR,SERVER",
        "unspecified error,DISCONNECT,SERVER_ERROR,UNKNOWN",
        "unspecified error,SERVER_DISCONNECT,SERVER_ERROR,SERVER",
        "unspecified error,CLIENT_DISCONNECT,CLIENT_REPORTED_ERROR,CLIENT",
        "quota exceeded,CONNECT,CONNECTION_LIMIT,SERVER",
        "quota exceeded,SERVER_DISCONNECT,QUOTA_EXCEEDED,SERVER",
        "4,CONNECT,BAD_CREDENTIALS,SERVER",
        "4,DISCONNECT,UNKNOWN,UNKNOWN"
    })
    void shouldMeanWhatTheSituationSaysWhenAReasonHasSeveralMeanings(
            String reason, Situation situation, Category category, Initiator initiator) {
        assertThat(MQTT.lookup(reason, situation)).isEqualTo(new Reason(category, initiator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no such reason", "\u0000\n", "ünbekannt"})
    void shouldBeUnknownWhenNoTableHasIt(String reason) {
        assertThat(MQTT.lookup(reason, Situation.DISCONNECT)).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void shouldBeUnknownWhenTheReasonIsHuge() {
        assertThat(MQTT.lookup("success" + "_".repeat(65_536), Situation.ANY)).isEqualTo(Reason.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.csv|not on the class path",
                "columns.csv|:3: expected reason,situation,category,initiator",
                "category.csv|:1: \"NETWORK_LOSS\" is not a Category",
                "situation.csv|:1: \"sometimes\" is not a Situation",
                "twice.csv|:2: \"Keep_Alive\" stands here twice"
            })
    void shouldNameFileAndLineWhenATableIsWrong(String file, String fault) {
        assertThatThrownBy(() -> ReasonTable.load("/reasons/" + file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("/reasons/" + file)
                .hasMessageEndingWith(fault);
    }

    @Test
    void shouldFindEveryReasonInALongerTextHoweverItIsSpelled() {
        assertThat(MQTT.mentionsIn("client 7: Keep-Alive timeout, then SERVER_MOVED!"))
                .extracting(mention -> mention.meaning().category())
                .containsExactlyInAnyOrder(Category.KEEPALIVE_TIMEOUT, Category.SERVER_REDIRECT);
        assertThat(MQTT.mentionsIn("all is well")).isEmpty();
    }
}
