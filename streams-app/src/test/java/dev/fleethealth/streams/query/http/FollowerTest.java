package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final List<String> written = new ArrayList<>();
    private final Deque<Callback> unfinished = new ArrayDeque<>();
    private final List<String> ends = new ArrayList<>();
    private final List<Follower> gone = new ArrayList<>();
    private final Follower follower = new Follower(
            response(), Callback.from(() -> ends.add("ended"), failure -> ends.add(failure.getMessage())), gone::add);

    @Test
    void shouldWriteOneAfterTheOtherInTheirOrder() {
        // When
        follower.send("first");
        follower.send("second");

        // Then
        assertThat(written).containsExactly("first");

        // When
        unfinished.remove().succeeded();

        // Then
        assertThat(written).containsExactly("first", "second");
    }

    @Test
    void shouldLetGoWhoReadsTooSlowly() {
        // When
        for (int count = 0; count <= Follower.MOST_WAITING; count++) {
            follower.send("event " + count);
        }

        // Then
        assertThat(ends).isEmpty();

        // When
        follower.send("one too many");

        // Then
        assertThat(ends).containsExactly("reads too slowly");
        assertThat(gone).containsExactly(follower);
    }

    @Test
    void shouldLetGoWhoHasGone() {
        // Given
        follower.send("event");

        // When
        unfinished.remove().failed(new IllegalStateException("connection reset"));
        follower.send("another");

        // Then
        assertThat(ends).containsExactly("connection reset");
        assertThat(gone).containsExactly(follower);
        assertThat(written).containsExactly("event");
    }

    @Test
    void shouldEndOnceWhateverComesLater() {
        // Given
        follower.send("event");

        // When
        follower.close();
        follower.close();
        follower.send("too late");
        unfinished.remove().failed(new IllegalStateException("gone"));

        // Then
        assertThat(ends).containsExactly("ended");
        assertThat(gone).containsExactly(follower);
        assertThat(written).containsExactly("event");
    }

    private Response response() {
        return (Response) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Response.class}, (proxy, method, arguments) -> {
                    written.add(StandardCharsets.UTF_8
                            .decode((ByteBuffer) arguments[1])
                            .toString());
                    unfinished.add((Callback) arguments[2]);
                    return null;
                });
    }
}
