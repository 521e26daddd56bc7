package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A sink whose acknowledgements come when the test says so. */
final class FakeSink implements EventSink {
    final List<ConnectionEvent> published = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final CompletableFuture<Void> kafkaAck = new CompletableFuture<>();
    final CompletableFuture<Void> deadLetterAck = new CompletableFuture<>();

    @Override
    public CompletableFuture<Void> publish(List<ConnectionEvent> events) {
        published.addAll(events);
        return kafkaAck;
    }

    @Override
    public CompletableFuture<Void> deadLetter(DeadLetter letter) {
        deadLetters.add(letter);
        return deadLetterAck;
    }
}
