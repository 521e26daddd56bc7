package dev.fleethealth.streams.query.cluster;

import static dev.fleethealth.streams.query.DeviceStory.FLEET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.DeviceStory;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.state.StoreNames;
import dev.fleethealth.streams.session.SessionTracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicePagesTest {
    private static final int MOST_READ = 10;
    private static final int DEVICES = 55;

    private final QueryBench bench = QueryBench.of(2);
    private final DevicePages pages = new DevicePages(
            new DeviceViews(new DeviceHistory(List.of(), new SessionTracker(Map.of()), Duration.ZERO)), MOST_READ);

    @BeforeEach
    void fill() {
        for (int i = 0; i < DEVICES; i++) {
            bench.take(
                    i % 2,
                    DeviceStory.of(FLEET, "dev-%02d".formatted(i))
                            .connected(i, "c")
                            .events());
        }
        bench.take(0, DeviceStory.of(FLEET + "z", "dev-00").connected(0, "c").events());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldLookAtNoMoreThanItMayForOnePage() {
        // When
        Page<Device> page = page("dev-54", Optional.empty());
        // Then
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).contains("dev-09");
    }

    @Test
    void shouldFindItOnALaterPage() {
        // When
        List<String> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int asked = 0;
        do {
            Page<Device> page = page("dev-54", after);
            page.items().forEach(device -> found.add(device.id()));
            after = page.next();
            asked++;
        } while (after.isPresent());
        // Then
        assertThat(found).containsExactly("dev-54");
        assertThat(asked).isBetween(6, 7);
    }

    @Test
    void shouldStayWithinTheFleet() {
        // When
        Page<Device> page = page("*", Optional.of("dev-50"));
        // Then
        assertThat(page.items()).extracting(Device::id).containsExactly("dev-51", "dev-52", "dev-53", "dev-54");
        assertThat(page.next()).isEmpty();
    }

    private Page<Device> page(String search, Optional<String> after) {
        return pages.page(
                bench.stores().all(StoreNames.DEVICES),
                new DeviceQuery(FLEET, Optional.empty(), Optional.empty(), Optional.of(search), after, 100));
    }
}
