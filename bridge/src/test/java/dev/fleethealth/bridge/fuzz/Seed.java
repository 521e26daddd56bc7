package dev.fleethealth.bridge.fuzz;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.bridge.dialect.Samples;
import dev.fleethealth.bridge.dialect.Samples.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A good message to make bad ones of.
 *
 * @param clientId where it names the device; absent where it does not
 */
record Seed(String dialect, String topic, byte[] payload, Optional<ByteSpan> clientId) {

    /** One for each sample. */
    static List<Seed> all() {
        return Samples.all().stream().map(Seed::of).toList();
    }

    boolean isJson() {
        return new String(payload, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    ByteSpan clientIdOr(Supplier<ByteSpan> other) {
        return clientId.orElseGet(other);
    }

    private static Seed of(Sample sample) {
        BrokerMessage message = new BrokerMessage(sample.topic(), sample.payload(), Messages.RECEIVED_AT);
        return new Seed(sample.dialect(), sample.topic(), sample.payload(), clientId(sample.dialect(), message));
    }

    private static Optional<ByteSpan> clientId(String dialect, BrokerMessage message) {
        if (!(Messages.dialect(dialect).decode(message) instanceof Decoding.Events events)) {
            return Optional.empty();
        }
        // Latin-1 has one character for each byte
        String text = new String(message.payload(), StandardCharsets.ISO_8859_1);
        return Optional.ofNullable(events.drafts().get(0).getClientId())
                .filter(id -> text.contains(id))
                .map(id -> new ByteSpan(text.indexOf(id), text.indexOf(id) + id.length()));
    }
}
