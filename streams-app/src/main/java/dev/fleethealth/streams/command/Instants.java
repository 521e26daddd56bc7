package dev.fleethealth.streams.command;

import dev.fleethealth.service.config.TimeText;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line: ISO 8601 with an offset, or milliseconds since 1970. */
final class Instants implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return TimeText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage() + ", was \"" + text + '"');
        }
    }
}
