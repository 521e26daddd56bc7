package dev.fleethealth.bridge.file;

import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file source at work, with a thread that looks for new lines again and again. */
public final class FileFollower implements MessageSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(FileFollower.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final FileSourceSettings settings;
    private final Route route;
    private final Route tooLong;
    private final Intake intake;
    private final FileTail tail;
    private final Thread thread;
    private volatile boolean paused;
    private volatile Optional<String> problem = Optional.of("not started yet");
    private volatile long behind;

    /** A source that is not started. */
    public FileFollower(FileSourceSettings settings, Route route, Intake intake) {
        this.settings = settings;
        this.route = route;
        this.tooLong = cut(route, settings.maxLineBytes());
        this.intake = intake;
        this.tail = new FileTail(settings, this::accept, intake.clock());
        this.thread = new Thread(this::run, "files-" + settings.name());
    }

    /** Begins to read. */
    public void start() {
        intake.metrics().showFileBehind(settings.name(), () -> behind);
        thread.start();
    }

    @Override
    public String name() {
        return "source " + settings.name();
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void pause() {
        paused = true;
    }

    /** Keeps the positions of all that is safe by now. */
    @Override
    public void close() {
        pause();
        thread.interrupt();
        try {
            thread.join(GOODBYE.toMillis());
            if (!thread.isAlive()) {
                tail.keep();
                tail.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            logProblem(e);
        }
    }

    private void accept(Line line, Runnable safe) throws InterruptedException {
        BrokerMessage message =
                new BrokerMessage("", line.bytes(), intake.clock().instant());
        intake.pipeline().accept(line.whole() ? route : tooLong, message, safe);
    }

    private void run() {
        try {
            while (!paused) {
                if (!poll()) {
                    intake.pipeline().flush();
                    Thread.sleep(settings.pollInterval().toMillis());
                }
            }
        } catch (InterruptedException e) {
            // It was closed, perhaps while it waited for Kafka: the line comes again.
        } catch (RuntimeException | Error e) {
            if (!paused) {
                intake.fatal().accept(e);
            }
        }
    }

    private boolean poll() throws InterruptedException {
        try {
            boolean more = tail.poll();
            behind = tail.behind();
            problem = tail.problem();
            return more;
        } catch (IOException e) {
            logProblem(e);
            return false;
        }
    }

    /** Loud when it is new. */
    private void logProblem(IOException failure) {
        Optional<String> now = Optional.of("cannot go on: " + failure);
        if (!now.equals(problem) && !paused) {
            LOGGER.atWarn()
                    .addKeyValue("source", settings.name())
                    .addKeyValue("error", failure.toString())
                    .log("Files cannot be followed for now");
        }
        problem = now;
    }

    private static Route cut(Route route, int longest) {
        Decoding malformed = new Decoding.Malformed("longer than " + longest + " bytes, cut");
        return new Route(
                route.source(), route.dialectId(), message -> malformed, route.finisher(), route.ownClientId());
    }
}
