package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.ConnectionEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A file of canonical events, one JSON object a line. */
public final class EventFile implements EventSource {
    private final FileChannel channel;
    private final EventReader reader;
    private final long size;

    private EventFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.reader = new EventReader(
                new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)));
    }

    public static EventFile open(Path file) throws IOException {
        return new EventFile(FileChannel.open(file));
    }

    @Override
    public @Nullable ConnectionEvent next() throws IOException {
        return reader.next();
    }

    @Override
    public OptionalDouble share() {
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) position() / size);
    }

    /** A call to the operating system: not for each event. */
    private long position() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
