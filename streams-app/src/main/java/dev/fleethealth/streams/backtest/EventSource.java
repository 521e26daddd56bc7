package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.ConnectionEvent;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Recorded events in the order of their arrival. */
public interface EventSource extends AutoCloseable {

    /**
     * The next event, or null at the end.
     *
     * @throws BadEventException when what comes next is no event
     */
    @Nullable
    ConnectionEvent next() throws IOException;

    /** How much of it has been read, 0 to 1; absent where nobody knows how much there is. */
    default OptionalDouble share() {
        return OptionalDouble.empty();
    }

    @Override
    void close() throws IOException;
}
