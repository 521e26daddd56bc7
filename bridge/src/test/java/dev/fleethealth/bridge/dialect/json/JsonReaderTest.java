package dev.fleethealth.bridge.dialect.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    private final JsonReader reader = new JsonReader("undefined");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|expected a JSON object, found nothing",
                "null|expected a JSON object, found nothing",
                "[1]|expected a JSON object, found an array",
                "'\"text\"'|expected a JSON object, found text",
                "{\"a\":1|not valid JSON at line 1, column 7",
                "{\"a\":1} x|not valid JSON at line 1, column 9",
                "{\"a\":01}|not valid JSON at line 1, column 7",
                "{\"secret\":1,\"secret\":2}|a field name twice at line 1, column 22",
                "{\"a\":[{\"secret\":{},\"secret\":2}]}|a field name twice at line 1, column 29"
            })
    void shouldSayWhatIsWrongWithoutQuotingWhenItIsNotOneObject(String payload, String why) {
        assertThatThrownBy(() -> read(payload))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(why);
    }

    @Test
    void shouldRefuseWhenDeeperThanTheBound() throws Exception {
        // Given
        String deepest = "{\"a\":".repeat(JsonReader.MAX_DEPTH) + "1" + "}".repeat(JsonReader.MAX_DEPTH);

        // When // Then
        assertThat(read(deepest).has("a")).isTrue();
        assertThatThrownBy(() -> read("{\"a\":" + deepest + "}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("nesting depth (17)");
    }

    @Test
    void shouldRefuseWhenLongerThanTheBound() throws Exception {
        // Given
        byte[] longest = new byte[JsonReader.MAX_BYTES];
        Arrays.fill(longest, (byte) ' ');
        longest[0] = '{';
        longest[1] = '}';

        // When // Then
        assertThat(reader.read(longest).has("a")).isFalse();
        assertThatThrownBy(() -> reader.read(Arrays.copyOf(longest, longest.length + 1)))
                .hasMessage("the payload has 262145 bytes; at most 262144 are read");
    }

    @Test
    void shouldRefuseWhenATextIsLongerThanTheBound() throws Exception {
        // Given
        String longest = "x".repeat(JsonReader.MAX_TEXT_LENGTH);

        // When // Then
        assertThat(read("{\"a\":\"" + longest + "\"}").text("a")).contains(longest);
        assertThatThrownBy(() -> read("{\"a\":\"" + longest + "x\"}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("the JSON is larger or deeper than is read");
    }

    @Test
    void shouldRefuseWhenThereAreTooManyValues() {
        assertThatThrownBy(() -> read("{\"a\":[" + "1,".repeat(30_000) + "1]}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("oken count");
    }

    @ParameterizedTest
    @CsvSource({"C0AF", "ED A0 80", "FF FE 7B 00 7D 00", "7B 22 61 22 3A 22 E4 22 7D"})
    void shouldRefuseWhenTheBytesAreNotUtf8(String hex) {
        // Given
        byte[] payload = HexFormat.of().parseHex(hex.replace(" ", ""));

        // When // Then
        assertThatThrownBy(() -> reader.read(payload)).hasMessage("the payload is not UTF-8");
    }

    @Test
    void shouldNameTheFieldAndBothKindsWhenATypeIsWrong() throws Exception {
        // Given
        JsonObject object = read("{\"a\":\"1763600000000\",\"b\":{\"c\":1.5},\"d\":[],\"e\":-1,\"f\":1e400}");

        // When // Then
        assertThatThrownBy(() -> object.epochMillis("a"))
                .hasMessage("field a: expected epoch milliseconds, found text");
        assertThatThrownBy(() -> object.object("b").orElseThrow().bool("c"))
                .hasMessage("field b.c: expected true or false, found a number");
        assertThatThrownBy(() -> object.object("d")).hasMessage("field d: expected an object, found an array");
        assertThatThrownBy(() -> object.count("e"))
                .hasMessage("field e: expected a whole number from 0 to 2147483647, found a number");
        assertThatThrownBy(() -> object.longCount("f"))
                .hasMessage("field f: expected a whole number from 0, found a number");
        assertThatThrownBy(() -> object.requiredText("g")).hasMessage("field g: expected text, found nothing");
    }

    @Test
    void shouldTakeTimesUpToTheYear9999WhenReadAsEpochMillis() throws Exception {
        // Given
        JsonObject object = read("{\"first\":0,\"last\":253402300799999,\"later\":253402300800000}");

        // When // Then
        assertThat(object.epochMillis("first")).contains(Instant.EPOCH);
        assertThat(object.epochMillis("last")).contains(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThatThrownBy(() -> object.epochMillis("later")).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldFindNothingWhenTheBrokerSaysThatItHasNone() throws Exception {
        // Given
        JsonObject object = read("{\"a\":\"undefined\",\"b\":null}");

        // When // Then
        assertThat(object.text("a")).isEmpty();
        assertThat(object.exactText("a")).contains("undefined");
        assertThat(object.text("b")).isEmpty();
        assertThat(object.rest(Set.of())).isEmpty();
    }

    @Test
    void shouldFlattenWhatIsNotMappedWhenAskedForTheRest() throws Exception {
        // Given
        JsonObject object = read(
                "{\"mapped\":1,\"n\":2,\"o\":{\"mapped\":true,\"p\":{\"q\":\"x\"},\"r\":1},\"list\":[1,\"a\"],\"none\":[]}");

        // When // Then
        assertThat(object.rest(Set.of("mapped", "o.r")))
                .containsExactly(
                        Map.entry("n", "2"),
                        Map.entry("o.mapped", "true"),
                        Map.entry("o.p.q", "x"),
                        Map.entry("list", "[1,\"a\"]"));
    }

    @Test
    void shouldKeepTheFirstHundredWhenThereAreMore() throws Exception {
        // Given
        StringBuilder fields = new StringBuilder("{\"f0\":0");
        for (int i = 1; i < 150; i++) {
            fields.append(",\"f").append(i).append("\":0");
        }

        // When // Then
        assertThat(read(fields + "}").rest(Set.of())).hasSize(100).containsKeys("f0", "f99");
    }

    @Test
    void shouldReadTheObjectsOfAnArrayWhenAskedForThem() throws Exception {
        // Given
        JsonObject object = read("{\"a\":[{\"b\":1},{\"b\":\"x\"}],\"c\":{},\"d\":[1]}");

        // When // Then
        assertThat(object.objects("a")).hasSize(2);
        assertThat(object.objects("missing")).isEmpty();
        assertThatThrownBy(() -> object.objects("a").get(1).count("b"))
                .hasMessage("field a.b: expected a whole number from 0 to 2147483647, found text");
        assertThatThrownBy(() -> object.objects("c")).hasMessage("field c: expected an array, found an object");
        assertThatThrownBy(() -> object.objects("d"))
                .hasMessage("field d: expected objects in the array, found a number");
    }

    private JsonObject read(String payload) throws MalformedMessageException {
        return reader.read(payload.getBytes(StandardCharsets.UTF_8));
    }
}
