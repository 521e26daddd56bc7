package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Dialect;
import dev.fleethealth.benchmarks.day.FleetPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fleets of the day, 5,000 devices in all, and their stories. */
public final class Fleets {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration LONGER_THAN_VERSIONS_LAST = Duration.ofMinutes(75);

    private Fleets() {}

    public static Map<FleetPlan, Story> all() {
        Map<FleetPlan, Story> fleets = new LinkedHashMap<>();
        fleets.put(fleet("meters", Dialect.TDMQ, "meters-%05d", List.of("mq-1", "mq-2"), 800, 100), new Meters());
        fleets.put(
                fleet("scooters", Dialect.EMQX, "scooters-%05d", nodes("emqx@n1", "emqx@n2"), 800, 100),
                new Scooters());
        fleets.put(
                fleet(
                        "robots",
                        Dialect.HIVEMQ,
                        "robots-%05d",
                        nodes("hive-2", "hive-2", "hive-1", "hive-1", "hive-1"),
                        600,
                        0),
                new Robots());
        fleets.put(fleet("plant", Dialect.MOSQUITTO, "plant-%05d", nodes(""), 400, 0), new Plant());
        fleets.put(fleet("GID_pumps", Dialect.APSARAMQ, "GID_pumps@@@%05d", nodes(""), 500, 100), new Pumps());
        fleets.put(
                fleet(
                        "city/lamps",
                        Dialect.CLEARBLADE,
                        "projects/city/locations/europe-west1/registries/lamps/devices/lamp-%05d",
                        nodes(""),
                        700,
                        100),
                new Lamps());
        fleets.put(
                new FleetPlan("vans", Dialect.AWS_IOT, "vans-%05d", nodes(""), 600, 200, LONGER_THAN_VERSIONS_LAST),
                new Vans());
        return fleets;
    }

    private static FleetPlan fleet(
            String name, Dialect dialect, String clientIds, List<String> nodes, int residents, int sleepers) {
        return new FleetPlan(name, dialect, clientIds, nodes, residents, sleepers, HALF_AN_HOUR);
    }

    private static List<String> nodes(String... names) {
        return List.of(names);
    }
}
