package dev.fleethealth.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void shouldWriteWhatAParserReadsBackWhenTextsNeedEscaping() throws IOException {
        // Given
        StringBuilder text = new StringBuilder("\"\\/\u2028\u2029é\uD83D\uDE00</script>");
        for (char c = 0; c < 0xA0; c++) {
            text.append(c);
        }

        // When
        byte[] json = new JsonWriter().text(text.toString(), text.toString()).toBytes();

        // Then
        JsonNode read = new ObjectMapper().readTree(json);
        assertThat(read.path(text.toString()).asText()).isEqualTo(text.toString());
        assertThat(new String(json, StandardCharsets.UTF_8))
                .doesNotContain("\n")
                .contains("\\u000a", "\\u001b");
    }

    @Test
    void shouldPutCommasBetweenValuesOnlyWhenNested() {
        // When
        String json = new JsonWriter()
                .beginObject("empty")
                .endObject()
                .beginObject("o")
                .number("n", -1)
                .bool("b", true)
                .endObject()
                .beginArray("a")
                .beginElement()
                .text("x", "1")
                .endObject()
                .beginElement()
                .endObject()
                .endArray()
                .beginArray("none")
                .endArray()
                .json("raw", "{}")
                .text("absent", Optional.empty())
                .text("present", Optional.of("yes"))
                .toText();

        // Then
        assertThat(json)
                .isEqualTo("{\"empty\":{},\"o\":{\"n\":-1,\"b\":true},\"a\":[{\"x\":\"1\"},{}],\"none\":[],\"raw\":{},"
                        + "\"present\":\"yes\"}");
    }
}
