package dev.fleethealth.streams.query.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who follow what changes, as server-sent events. Nobody is asked anything while nobody follows. */
final class LiveFeed implements AutoCloseable {
    /** Who may follow at one time. */
    static final int MOST_FOLLOWERS = 100;

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String BEGINNING = "retry: 5000\n\n";

    private final LiveChanges changes;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "query-live");
        made.setDaemon(true);
        return made;
    });

    LiveFeed(LiveChanges changes) {
        this.changes = changes;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::tell, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                () -> followers.forEach(follower -> follower.send(":\n\n")),
                HEARTBEAT.toMillis(),
                HEARTBEAT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Lets one more follow.
     *
     * @throws Problem when there are too many already
     */
    Reply join() throws Problem {
        if (followers.size() >= MOST_FOLLOWERS || thread.isShutdown()) {
            throw Problem.later(
                    503, "Too many followers", "expected at most " + MOST_FOLLOWERS + " at one time", HEARTBEAT);
        }
        return new Reply.Live();
    }

    /** Sends what is now, and from then on what changes, until either side ends it. */
    void follow(Response response, Callback end) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Follower follower = new Follower(response, end, followers::remove);
        followers.add(follower);
        follower.send(BEGINNING);
        try {
            thread.execute(() -> begin(follower));
        } catch (RejectedExecutionException e) {
            follower.close();
        }
    }

    /** Who is the first is told by the questions that begin now. */
    private void begin(Follower follower) {
        changes.current().ifPresent(follower::send);
        tell();
    }

    private void tell() {
        if (followers.isEmpty()) {
            return;
        }
        try {
            for (String event : changes.next()) {
                followers.forEach(follower -> follower.send(event));
            }
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("Changes can't be told now");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        followers.forEach(Follower::close);
    }
}
