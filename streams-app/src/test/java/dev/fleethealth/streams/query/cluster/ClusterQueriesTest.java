package dev.fleethealth.streams.query.cluster;

import static dev.fleethealth.streams.query.DeviceStory.FLEET;
import static dev.fleethealth.streams.query.DeviceStory.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.DeviceStory;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Fleet;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.Freshness;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three partitions: the first two are one instance each, the third has none of the devices asked for. */
class ClusterQueriesTest {
    private static final Part DEAD = (Part) Proxy.newProxyInstance(
            Part.class.getClassLoader(), new Class<?>[] {Part.class}, (proxy, method, arguments) -> {
                throw new PartUnavailableException("instance b:1 does not answer", Duration.ofSeconds(3));
            });

    private final QueryBench bench = QueryBench.of(3);
    private List<Part> parts = List.of(bench.part(0), bench.part(1), bench.part(2));
    private final FleetQueries queries = QueryBench.queries(new FirstLetter(), at(600));

    /** Devices whose ids begin with a to m live in the first partition, the others in the second. */
    private final class FirstLetter implements Routing {
        @Override
        public List<Part> parts() {
            return parts;
        }

        @Override
        public Place placeOf(String fleet, String id) {
            return new Place(parts.get(partitionOf(id)), 0);
        }
    }

    private static int partitionOf(String id) {
        return id.charAt(0) <= 'm' ? 0 : 1;
    }

    @BeforeEach
    void fill() {
        for (String id : List.of("anna", "bert", "carl", "nora", "otto", "paul")) {
            bench.take(
                    partitionOf(id), DeviceStory.of(FLEET, id).connected(61, id).events());
        }
        bench.take(
                1,
                DeviceStory.of(FLEET, "paul")
                        .disconnected(130, "paul", Category.NETWORK_LOST)
                        .refused(131, Category.BAD_CREDENTIALS)
                        .events());
        bench.take(1, DeviceStory.of("fleet-b", "otto").connected(70, "x").events());
        bench.wait(Duration.ofSeconds(2));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldAddUpFleetsOfAllInstances() {
        // Given
        Alert storm = SampleAlerts.open(FLEET, Severity.CRITICAL, at(100));
        bench.takeAlerts(0, storm).takeAlerts(1, SampleAlerts.open("fleet-b", Severity.WARNING, at(100)));
        bench.takeAlerts(2, SampleAlerts.resolved(SampleAlerts.open("fleet-c", Severity.WARNING, at(90)), at(99)));
        // When
        Page<Fleet> page = value(queries.fleets(new FleetQuery(Optional.empty(), Optional.empty(), 10)));
        // Then
        assertThat(page.items()).extracting(Fleet::name).containsExactly(FLEET, "fleet-b");
        Fleet fleet = page.items().get(0);
        assertThat(fleet.online()).isEqualTo(5);
        assertThat(fleet.known()).isEqualTo(6);
        assertThat(fleet.worst()).isEqualTo(Severity.CRITICAL);
        assertThat(fleet.activeAlerts()).isEqualTo(1);
        assertThat(fleet.recent()).hasSize(60);
        assertThat(fleet.recent().get(51)).isEqualTo(6);
        assertThat(fleet.recent().stream().mapToLong(Long::longValue).sum()).isEqualTo(6);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void shouldTellRatesOfTheLastFiveFullMinutes() {
        // Given
        FleetQueries later = QueryBench.queries(new FirstLetter(), at(360));
        // When
        Fleet fleet = value(later.fleet(FLEET));
        // Then
        assertThat(fleet.connectsPerMinute()).isEqualTo(6 / 5.0);
        assertThat(fleet.endingsPerMinute()).isEqualTo(1 / 5.0);
        assertThat(fleet.failuresPerMinute()).isEqualTo(1 / 5.0);
    }

    @Test
    void shouldPageFleetsByName() {
        // When
        Page<Fleet> first = value(queries.fleets(new FleetQuery(Optional.of("FLEET"), Optional.empty(), 1)));
        Page<Fleet> second = value(queries.fleets(new FleetQuery(Optional.of("FLEET"), first.next(), 1)));
        // Then
        assertThat(first.items()).extracting(Fleet::name).containsExactly(FLEET);
        assertThat(second.items()).extracting(Fleet::name).containsExactly("fleet-b");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void shouldAddUpActivityAndCarryWhoIsOnline() {
        // When
        List<ActivityStep> steps = value(queries.activity(FLEET, new TimeSpan(at(0), at(240)), Duration.ofMinutes(1)));
        // Then
        assertThat(steps).extracting(ActivityStep::connects).containsExactly(0L, 6L, 0L, 0L);
        assertThat(steps).extracting(ActivityStep::online).containsExactly(0L, 6L, 5L, 5L);
        assertThat(steps.get(2).categories())
                .containsExactlyInAnyOrderEntriesOf(Map.of(Category.NETWORK_LOST, 1L, Category.BAD_CREDENTIALS, 1L));
    }

    @Test
    void shouldPageDevicesOverInstancesWithoutGapsOrRepetition() {
        // When
        List<String> ids = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Device> page = value(queries.devices(devices(Optional.empty(), Optional.empty(), after, 2)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(device -> ids.add(device.id()));
            after = page.next();
        } while (after.isPresent());
        // Then
        assertThat(ids).containsExactly("anna", "bert", "carl", "nora", "otto", "paul");
    }

    @Test
    void shouldFindDevicesByStateAndSearch() {
        assertThat(ids(devices(Optional.of(false), Optional.empty(), Optional.empty(), 9)))
                .containsExactly("paul");
        assertThat(ids(devices(Optional.empty(), Optional.of("R"), Optional.empty(), 9)))
                .containsExactly("bert", "carl", "nora");
        assertThat(ids(devices(Optional.empty(), Optional.of("a*l"), Optional.empty(), 9)))
                .containsExactly("carl", "paul");
    }

    @Test
    void shouldFindADevicesFleetAndSayWhereThereAreSeveral() {
        assertThat(value(queries.device(new DeviceName("anna", Optional.empty())))
                        .fleet())
                .isEqualTo(FLEET);
        assertThat(queries.device(new DeviceName("otto", Optional.empty())))
                .isEqualTo(new Answer.Ambiguous<>(List.of(FLEET, "fleet-b")));
        assertThat(value(queries.device(new DeviceName("otto", Optional.of("fleet-b"))))
                        .id())
                .isEqualTo("otto");
        assertThat(queries.device(new DeviceName("zoe", Optional.empty()))).isInstanceOf(Answer.NotFound.class);
        assertThat(queries.device(new DeviceName("zoe", Optional.of(FLEET)))).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void shouldNotFindAFleetThatIsNone() {
        assertThat(queries.fleet("no")).isInstanceOf(Answer.NotFound.class);
        assertThat(queries.activity("no", new TimeSpan(at(0), at(60)), Duration.ofMinutes(1)))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(queries.devices(new DeviceQuery(
                        "no", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 9)))
                .isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void shouldListEpisodesNewestFirstOverInstances() {
        // Given
        for (int i = 0; i < 5; i++) {
            Alert open = SampleAlerts.open("fleet-" + i, Severity.WARNING, at(100 + i));
            bench.takeAlerts(i % 3, open);
            if (i % 2 == 0) {
                bench.takeAlerts(i % 3, SampleAlerts.resolved(open, at(200 + i)));
            }
        }
        // When
        Page<Alert> first = value(queries.alerts(alerts(Optional.empty(), Optional.empty(), Optional.empty(), 3)));
        Page<Alert> second = value(queries.alerts(alerts(Optional.empty(), Optional.empty(), first.next(), 3)));
        // Then
        assertThat(first.items()).extracting(Alert::getFleet).containsExactly("fleet-4", "fleet-3", "fleet-2");
        assertThat(second.items()).extracting(Alert::getFleet).containsExactly("fleet-1", "fleet-0");
        assertThat(second.next()).isEmpty();
        assertThat(value(queries.alerts(alerts(Optional.of(true), Optional.empty(), Optional.empty(), 9)))
                        .items())
                .extracting(Alert::getFleet)
                .containsExactly("fleet-3", "fleet-1");
        assertThat(value(queries.alerts(alerts(
                                Optional.empty(), Optional.of(new TimeSpan(at(203), at(204))), Optional.empty(), 9)))
                        .items())
                .extracting(Alert::getFleet)
                .containsExactly("fleet-4", "fleet-3", "fleet-1");
    }

    @Test
    void shouldRefuseACursorThatIsNone() {
        assertThatThrownBy(() -> queries.alerts(alerts(Optional.empty(), Optional.empty(), Optional.of("?"), 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after");
    }

    @Test
    void shouldDiagnoseWithTheAlertsOfThatTime() {
        // Given
        Alert storm = SampleAlerts.open(FLEET, Severity.CRITICAL, at(131));
        bench.takeAlerts(2, storm, SampleAlerts.resolved(storm, at(300)));
        // When
        Diagnosis during = value(queries.diagnosis(new DeviceName("paul", Optional.of(FLEET)), at(140)));
        Diagnosis after = value(queries.diagnosis(new DeviceName("paul", Optional.of(FLEET)), at(400)));
        // Then
        assertThat(during.kind()).isEqualTo(Diagnosis.Kind.FLEET_TROUBLE);
        assertThat(during.alerts()).hasSize(1);
        assertThat(after.kind()).isEqualTo(Diagnosis.Kind.FAULT);
        assertThat(after.cause()).isEqualTo("bad-credentials");
    }

    @Test
    void shouldSayWhatIsMissingWhenAnInstanceIsDead() {
        // Given
        parts = List.of(bench.part(0), DEAD, bench.part(2));
        // When
        Answer<Page<Fleet>> fleets = queries.fleets(new FleetQuery(Optional.empty(), Optional.empty(), 10));
        // Then
        assertThat(freshness(fleets)).isEqualTo(new Freshness(at(61), 0, 2, 1));
        assertThat(value(fleets).items().get(0).known()).isEqualTo(3);
        assertThat(value(queries.device(new DeviceName("anna", Optional.of(FLEET))))
                        .id())
                .isEqualTo("anna");
        assertThat(queries.device(new DeviceName("paul", Optional.of(FLEET))))
                .isEqualTo(new Answer.Unavailable<>("instance b:1 does not answer", Duration.ofSeconds(3)));
        assertThat(queries.device(new DeviceName("paul", Optional.empty()))).isInstanceOf(Answer.Unavailable.class);
        assertThat(queries.fleet("fleet-b")).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void shouldSayNothingWhenNobodyAnswers() {
        // Given
        parts = List.of(DEAD, DEAD);
        // Then
        assertThat(queries.fleets(new FleetQuery(Optional.empty(), Optional.empty(), 10)))
                .isInstanceOf(Answer.Unavailable.class);
    }

    private List<String> ids(DeviceQuery query) {
        return value(queries.devices(query)).items().stream().map(Device::id).toList();
    }

    private static DeviceQuery devices(
            Optional<Boolean> online, Optional<String> search, Optional<String> after, int limit) {
        return new DeviceQuery(FLEET, online, Optional.empty(), search, after, limit);
    }

    private static AlertQuery alerts(
            Optional<Boolean> active, Optional<TimeSpan> span, Optional<String> after, int limit) {
        return new AlertQuery(
                active, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), span, after, limit);
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return ((Answer.Known<T>) answer).value();
    }

    private static <T> Freshness freshness(Answer<T> answer) {
        return ((Answer.Known<T>) answer).freshness();
    }
}
