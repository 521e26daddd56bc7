package dev.fleethealth.streams.query.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where the next page begins, as text that means nothing to those who hand it back. */
final class Cursor {
    static final String PARAMETER = "after";

    private Cursor() {}

    static Optional<String> write(Optional<String> next) {
        return next.map(
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<String> read(Parameters parameters) throws Problem {
        Optional<String> given = parameters.text(PARAMETER);
        try {
            return given.map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(PARAMETER, "expected what next of the page before said");
        }
    }
}
