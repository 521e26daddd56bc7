package dev.fleethealth.bridge.doctor.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON Web Token as text (RFC 7515, section 3.1), taken apart without believing any of it. */
sealed interface TokenText {

    /**
     * Three parts that can be read.
     *
     * @param signed what the signature is over
     */
    record Readable(ObjectNode header, ObjectNode claims, byte[] signature, String signed) implements TokenText {}

    /**
     * No token.
     *
     * @param fault what is wrong, without any of the text
     * @param advice what to do about it
     */
    record Unreadable(String fault, String advice) implements TokenText {}

    ObjectMapper JSON = new ObjectMapper();
    List<String> PART_NAMES = List.of("header", "payload", "signature");

    static TokenText parse(String text) {
        if (text.isBlank()) {
            return new Unreadable("the token is empty", "Check the file, and whether the device could write it.");
        }
        if (!text.equals(text.strip())) {
            return new Unreadable(
                    "there is white space or a line break around the token",
                    "Send the token alone: many tools write a line break at the end of a file.");
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return new Unreadable(
                    "it has " + parts.length + " parts, a token has three with dots between them",
                    "Look for a truncated copy (a modem's buffer is a usual cause), or for a password of another kind.");
        }
        return parse(parts, text.substring(0, text.lastIndexOf('.')));
    }

    private static TokenText parse(String[] parts, String signed) {
        for (int i = 0; i < parts.length; i++) {
            Unreadable fault = alphabetFault(PART_NAMES.get(i), parts[i]);
            if (fault != null) {
                return fault;
            }
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            return new Readable(object(parts[0]), object(parts[1]), signature, signed);
        } catch (IllegalArgumentException | IOException e) {
            return new Unreadable(
                    "header or payload is no JSON object in base64url",
                    "Encode the JSON text itself, once, as UTF-8 without a byte order mark.");
        }
    }

    private static @Nullable Unreadable alphabetFault(String name, String part) {
        if (part.contains("+") || part.contains("/")) {
            return new Unreadable(
                    "the " + name + " is in base64 of the standard alphabet: it holds + or /",
                    "Use base64url: - in place of +, _ in place of /. Tokens without these characters work, so this"
                            + " fails only now and then.");
        }
        if (part.contains("=")) {
            return new Unreadable(
                    "the " + name + " ends with = (padding)", "Leave the padding out: base64url in a token has none.");
        }
        boolean foreign = !part.matches("[A-Za-z0-9_-]+");
        return foreign
                ? new Unreadable(
                        "the " + name + " is empty or holds characters that base64url does not have",
                        "Make the token anew with a JWT library; a character set conversion on the way also does this.")
                : null;
    }

    private static ObjectNode object(String part) throws IOException {
        JsonNode node = JSON.readTree(Base64.getUrlDecoder().decode(part));
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new NotAnObjectException();
    }

    /** JSON of another kind. */
    final class NotAnObjectException extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        NotAnObjectException() {
            super("not an object");
        }
    }
}
