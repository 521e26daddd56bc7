package dev.fleethealth.bridge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.EventSink;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Counts what comes, looks at it, and takes it at once. */
final class CheckingSink implements EventSink {
    private static final CompletableFuture<Void> SAFE = CompletableFuture.completedFuture(null);

    long published;
    long deadLetters;

    @Override
    public CompletableFuture<Void> publish(List<ConnectionEvent> events) {
        published++;
        for (ConnectionEvent event : events) {
            DialectPromises.check(event, Messages.RECEIVED_AT);
            assertThat(ConnectionEventKey.of(event)).startsWith(event.getFleet() + ConnectionEventKey.SEPARATOR);
        }
        return SAFE;
    }

    @Override
    public CompletableFuture<Void> deadLetter(DeadLetter letter) {
        deadLetters++;
        DialectPromises.checkText(letter.why());
        assertThat(letter.why()).doesNotContain(HostileText.CANARY).doesNotContain("the dialect failed");
        return SAFE;
    }
}
