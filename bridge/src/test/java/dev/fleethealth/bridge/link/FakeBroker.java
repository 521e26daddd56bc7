package dev.fleethealth.bridge.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Links that open, fail and end as the test says. */
final class FakeBroker implements BrokerLink.Factory {
    final List<FakeLink> links = new ArrayList<>();
    boolean up = true;
    boolean sessionPresent = true;
    List<String> concerns = List.of();

    @Override
    public BrokerLink create(Optional<Credentials> credentials, BrokerLink.Listener listener) {
        FakeLink link = new FakeLink(listener);
        links.add(link);
        return link;
    }

    FakeLink last() {
        return links.get(links.size() - 1);
    }

    final class FakeLink implements BrokerLink {
        final Listener listener;
        int opens;
        int closes;

        private FakeLink(Listener listener) {
            this.listener = listener;
        }

        @Override
        public CompletableFuture<Opened> open() {
            opens++;
            if (up) {
                return CompletableFuture.completedFuture(new Opened(sessionPresent, concerns));
            }
            // As the real client does: both ways tell of one failure.
            listener.ended("connection refused");
            return CompletableFuture.failedFuture(new IllegalStateException("connection refused"));
        }

        @Override
        public CompletableFuture<Void> close() {
            closes++;
            return CompletableFuture.completedFuture(null);
        }
    }
}
