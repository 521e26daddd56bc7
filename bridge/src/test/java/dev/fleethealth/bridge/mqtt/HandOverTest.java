package dev.fleethealth.bridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.Flowable;
import io.reactivex.processors.UnicastProcessor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final int ROOM = 300;

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();

    @Test
    void shouldSayWhetherOthersWaitBehindAMessage() {
        // Given
        UnicastProcessor<String> publishes = UnicastProcessor.create();
        HandOver.subscribe(publishes, work::add, ROOM, this::take);

        // When
        publishes.onNext("a");
        publishes.onNext("b");
        work();
        publishes.onNext("c");
        work();

        // Then
        assertThat(taken).containsExactly("a more", "b", "c");
    }

    @Test
    void shouldTakeAsManyFromTheClientAsThereIsRoomFor() {
        // Given
        List<Integer> handedOver = new ArrayList<>();
        Flowable<Integer> publishes = Flowable.range(1, 2 * ROOM).doOnNext(handedOver::add);

        // When
        HandOver.subscribe(publishes, work::add, ROOM, (publish, more) -> taken.add("any"));

        // Then
        assertThat(handedOver).hasSize(ROOM);

        // When
        work();

        // Then
        assertThat(taken).hasSize(2 * ROOM);
    }

    private void take(String publish, boolean more) {
        taken.add(more ? publish + " more" : publish);
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
