package dev.fleethealth.bridge.event;

import dev.fleethealth.schemas.ConnectionEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Ids for events of sources that give none: 128 bits of SHA-256, as hex, over source, connection, type, broker time,
 * payload and the event's place in the message. The same message read twice gives the same ids; the topic and the time of
 * receipt play no part. A weaker hash would let a client forge the id of another's event, which would then be ignored as
 * a duplicate.
 */
final class EventIds {
    private static final int ID_BYTES = 16;
    private static final long NO_TIME = Long.MIN_VALUE;

    private EventIds() {}

    static String of(String source, ConnectionEvent.Builder draft, byte[] payload, int place) {
        MessageDigest digest = sha256();
        add(digest, source);
        add(digest, Optional.ofNullable(draft.getNode()).orElse(""));
        add(digest, Optional.ofNullable(draft.getClientId()).orElse(""));
        add(digest, Optional.ofNullable(draft.getConnectionId()).orElse(""));
        add(digest, draft.getType().name());
        long brokerTime = draft.hasOccurredAt() ? draft.getOccurredAt().toEpochMilli() : NO_TIME;
        digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(brokerTime)
                .putInt(place)
                .flip());
        digest.update(payload);
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    /** With its length, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
