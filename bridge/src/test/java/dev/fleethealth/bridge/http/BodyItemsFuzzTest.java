package dev.fleethealth.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fleethealth.bridge.fuzz.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is posted, with whatever content type: its messages in their order and with their bytes, or a refusal. */
class BodyItemsFuzzTest {

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "application/json\n[{\"a\":1},{\"é\":\"]\"},3]",
                        "application/json\n{\"a\":1}\n{\"b\":{\"c\":[]}}",
                        "text/plain\n17: a line\r\n\r\n18: next",
                        "application/x-ndjson\n{\"a\":1}\n[2]\n",
                        "\n\ufeff[\"x\", null, true, -1.5e3]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("bodies")
    @FuzzTest
    void split(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = Math.max(0, text.indexOf('\n'));
        byte[] body = text.substring(end).getBytes(StandardCharsets.ISO_8859_1);

        Optional<List<byte[]>> items =
                ProcessorTime.within(Duration.ofMillis(100), () -> split(body, text.substring(0, end)));

        items.ifPresent(found -> checkInOrder(found, new String(body, StandardCharsets.ISO_8859_1)));
    }

    private static Optional<List<byte[]>> split(byte[] body, String contentType) {
        try {
            return Optional.of(BodyItems.split(body, contentType));
        } catch (Refusal refusal) {
            assertThat(refusal.reply().status()).isIn(400, 413);
            return Optional.empty();
        }
    }

    private static void checkInOrder(List<byte[]> items, String body) {
        int from = 0;
        for (byte[] item : items) {
            String text = new String(item, StandardCharsets.ISO_8859_1);
            assertThat(text).isNotEmpty();
            int at = body.indexOf(text, from);
            assertThat(at).as("place of an item after the one before it").isNotNegative();
            from = at + text.length();
        }
    }
}
