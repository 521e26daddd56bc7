package dev.fleethealth.streams.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line: ISO 8601 with an offset, or milliseconds since 1970. */
final class Instants implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        if (text.matches("[0-9]{1,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "expected a time such as 2026-11-20T10:00:00Z, or milliseconds since 1970," + " was \"" + text
                            + '"');
        }
    }
}
