package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.metrics.FaultCounters;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails: it is replaced, for most faults pass; but a fault that comes again and again ends the
 * program, so that whoever runs it sees it. So does at once a disk that does not take the state: a new thread would meet the
 * same disk. After a Java error, such as lack of memory, nothing can be trusted and the process is halted.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(ThreadFailures.class);
    private static final int MOST_FOR_EACH_THREAD = 3;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final int most;
    private final InstantSource clock;
    private final FaultCounters faults;
    private final Consumer<Throwable> end;
    private final Runnable halt;
    private final Deque<Instant> replaced = new ArrayDeque<>();

    /**
     * @param threads how many there are: a broker that goes away may fail all of them at once
     * @param end ends the program with a failure
     * @param halt ends the process at once
     */
    ThreadFailures(int threads, InstantSource clock, FaultCounters faults, Consumer<Throwable> end, Runnable halt) {
        this.most = MOST_FOR_EACH_THREAD * threads;
        this.clock = clock;
        this.faults = faults;
        this.end = end;
        this.halt = halt;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        LOGGER.atError().setCause(failure).log("Stream thread failed");
        if (hasCause(failure, Error.class)) {
            halt.run();
        }
        if (!isOfDisk(failure) && hasRoom(clock.instant())) {
            faults.threadReplaced();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        end.accept(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private boolean hasRoom(Instant now) {
        while (!replaced.isEmpty() && replaced.getFirst().isBefore(now.minus(WITHIN))) {
            replaced.removeFirst();
        }
        if (replaced.size() >= most) {
            return false;
        }
        replaced.addLast(now);
        return true;
    }

    private static boolean isOfDisk(Throwable failure) {
        return hasCause(failure, ProcessorStateException.class)
                && (hasCause(failure, RocksDBException.class) || hasCause(failure, IOException.class));
    }

    /** Kafka Streams wraps what it meets, errors, too. */
    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
