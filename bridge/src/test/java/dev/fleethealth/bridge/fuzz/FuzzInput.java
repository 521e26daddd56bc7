package dev.fleethealth.bridge.fuzz;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.bridge.dialect.Samples.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A broker message as the fuzzer sees it: the topic, a line break, the payload; without a line break, the payload. */
final class FuzzInput {
    private FuzzInput() {}

    static byte[] of(Sample sample) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(sample.topic().getBytes(StandardCharsets.UTF_8));
        input.write('\n');
        input.writeBytes(sample.payload());
        return input.toByteArray();
    }

    static BrokerMessage message(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        boolean hasTopic = end < input.length;
        String topic = hasTopic ? new String(input, 0, end, StandardCharsets.UTF_8) : "";
        byte[] payload = hasTopic ? Arrays.copyOfRange(input, end + 1, input.length) : input;
        return new BrokerMessage(topic, payload, Messages.RECEIVED_AT);
    }
}
