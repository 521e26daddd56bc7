package dev.fleethealth.streams.state;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.SeriesCounts;
import dev.fleethealth.streams.fleet.SeriesKey;
import dev.fleethealth.streams.fleet.Tally;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** {@link FleetCounts} in the fleet store and on their way from the device stage to the fleet stage. */
public final class FleetCountsForm {
    private static final Fact[] FACTS = Fact.values();
    private static final Category[] CATEGORIES = Category.values();

    private FleetCountsForm() {}

    static void write(BinaryWriter out, FleetCounts counts) {
        out.number(counts.partition())
                .flag(counts.complete())
                .time(counts.at())
                .number(counts.known())
                .number(counts.online())
                .each(counts.series().values(), FleetCountsForm::writeSeries);
    }

    static FleetCounts read(BinaryReader in) {
        int partition = (int) in.number();
        boolean complete = in.flag();
        Instant at = in.time();
        long known = in.number();
        long online = in.number();
        Map<SeriesKey, SeriesCounts> series = new HashMap<>();
        in.each(FleetCountsForm::readSeries).forEach(counts -> series.put(counts.key(), counts));
        return new FleetCounts(partition, complete, at, known, online, series);
    }

    private static void writeSeries(BinaryWriter out, SeriesCounts counts) {
        out.text(counts.key().detector()).text(counts.key().subject()).number(counts.firstStep());
        out.number(counts.devices().length);
        long previous = 0;
        for (long devices : counts.devices()) {
            out.number(devices - previous);
            previous = devices;
        }
        writeMap(out, counts.tallies(), BinaryWriter::number, FleetCountsForm::writeTally);
        writeMap(out, counts.cohorts(), BinaryWriter::number, FleetCountsForm::writeCohort);
        out.each(counts.samples(), BinaryWriter::text).optional(counts.newest(), BinaryWriter::time);
    }

    private static SeriesCounts readSeries(BinaryReader in) {
        SeriesKey key = new SeriesKey(in.text(), in.text());
        long firstStep = in.number();
        long[] devices = new long[(int) in.number()];
        long running = 0;
        for (int i = 0; i < devices.length; i++) {
            running += in.number();
            devices[i] = running;
        }
        NavigableMap<Long, Tally> tallies =
                readMap(in, new TreeMap<>(), BinaryReader::number, FleetCountsForm::readTally);
        NavigableMap<Long, Cohort> cohorts =
                readMap(in, new TreeMap<>(), BinaryReader::number, FleetCountsForm::readCohort);
        List<String> samples = in.each(BinaryReader::text);
        return new SeriesCounts(key, firstStep, devices, tallies, cohorts, samples, in.optional(BinaryReader::time));
    }

    private static void writeTally(BinaryWriter out, Tally tally) {
        out.number(tally.occurrences());
        writeMap(out, tally.categories(), BinaryWriter::choice, BinaryWriter::number);
        writeMap(
                out,
                tally.facts(),
                BinaryWriter::choice,
                (to, values) -> writeMap(to, values, BinaryWriter::text, BinaryWriter::number));
    }

    private static Tally readTally(BinaryReader in) {
        long occurrences = in.number();
        Map<Category, Long> categories =
                readMap(in, new EnumMap<>(Category.class), from -> from.choice(CATEGORIES), BinaryReader::number);
        Map<Fact, Map<String, Long>> facts =
                readMap(in, new EnumMap<>(Fact.class), from -> from.choice(FACTS), FleetCountsForm::readValues);
        return new Tally(occurrences, categories, facts);
    }

    private static Map<String, Long> readValues(BinaryReader in) {
        return readMap(in, new HashMap<>(), BinaryReader::text, BinaryReader::number);
    }

    private static void writeCohort(BinaryWriter out, Cohort cohort) {
        out.number(cohort.back()).number(cohort.refused()).number(cohort.away()).number(cohort.backMillis());
    }

    private static Cohort readCohort(BinaryReader in) {
        return new Cohort(in.number(), in.number(), in.number(), in.number());
    }

    private static <K, V> void writeMap(
            BinaryWriter out, Map<K, V> map, BiConsumer<BinaryWriter, K> key, BiConsumer<BinaryWriter, V> value) {
        out.each(map.entrySet(), (to, entry) -> {
            key.accept(to, entry.getKey());
            value.accept(to, entry.getValue());
        });
    }

    private static <K, V, M extends Map<K, V>> M readMap(
            BinaryReader in, M map, Function<BinaryReader, K> key, Function<BinaryReader, V> value) {
        int count = (int) in.number();
        for (int i = 0; i < count; i++) {
            map.put(key.apply(in), value.apply(in));
        }
        return map;
    }
}
