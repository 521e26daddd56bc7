package dev.fleethealth.bridge.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An id that is made of what an event says: 128 bits of SHA-256, as hex. The same content gives the same id, so that
 * redeliveries fall out. A weaker hash would let a client forge the id of another's event, which would then be ignored as
 * a duplicate.
 */
public final class ContentId {
    private static final int ID_BYTES = 16;

    private static final int TYPICAL_LENGTH = 512;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(ContentId::sha256);

    private final ByteArrayOutputStream content = new ByteArrayOutputStream(TYPICAL_LENGTH);

    /** The id of these texts, in this order. */
    public static String of(String... texts) {
        ContentId id = new ContentId();
        for (String text : texts) {
            id.add(text);
        }
        return id.finish();
    }

    /** Adds a text with its length, so that no two lists of texts look alike. */
    public ContentId add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes.length).add(bytes);
    }

    public ContentId add(int number) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    public ContentId add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Adds bytes as they are, without their length. */
    public ContentId add(byte[] bytes) {
        content.writeBytes(bytes);
        return this;
    }

    /** The id of what was added. */
    public String finish() {
        return HexFormat.of().formatHex(DIGEST.get().digest(content.toByteArray()), 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
