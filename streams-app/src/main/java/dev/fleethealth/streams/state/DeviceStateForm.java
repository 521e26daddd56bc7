package dev.fleethealth.streams.state;

import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.SeenEvents;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link DeviceState} in the device store. */
public final class DeviceStateForm {
    private static final int VERSION = 2;
    private static final Fact[] FACTS = Fact.values();

    private DeviceStateForm() {}

    public static byte[] write(DeviceState state) {
        BinaryWriter out = new BinaryWriter().raw(VERSION);
        SessionForm.write(out, state.settled().session());
        out.each(state.settled().occurrences().entrySet(), DeviceStateForm::writeOccurrences);
        out.each(state.recent(), SessionForm::write);
        long[] pairs = state.seen().toPairs();
        out.number(pairs.length);
        for (long each : pairs) {
            out.number(each);
        }
        return out.toBytes();
    }

    public static DeviceState read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "device state");
        DeviceView settled = new DeviceView(SessionForm.readSession(in), readOccurrences(in));
        return new DeviceState(settled, in.each(SessionForm::readEvent), readSeen(in));
    }

    private static SeenEvents readSeen(BinaryReader in) {
        long[] pairs = new long[(int) in.number()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = in.number();
        }
        return SeenEvents.ofPairs(pairs);
    }

    private static void writeOccurrences(BinaryWriter out, Map.Entry<String, List<Occurrence>> entry) {
        out.text(entry.getKey()).each(entry.getValue(), DeviceStateForm::writeOccurrence);
    }

    private static void writeOccurrence(BinaryWriter out, Occurrence occurrence) {
        out.time(occurrence.at())
                .each(occurrence.facts().entrySet(), (to, fact) -> to.choice(fact.getKey())
                        .text(fact.getValue()))
                .optional(occurrence.backAt(), BinaryWriter::time);
    }

    private static Map<String, List<Occurrence>> readOccurrences(BinaryReader in) {
        int detectors = (int) in.number();
        if (detectors == 0) {
            return Map.of();
        }
        Map<String, List<Occurrence>> occurrences = new HashMap<>();
        for (int i = 0; i < detectors; i++) {
            occurrences.put(in.text(), in.each(DeviceStateForm::readOccurrence));
        }
        return Map.copyOf(occurrences);
    }

    private static Occurrence readOccurrence(BinaryReader in) {
        Instant at = in.time();
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        int count = (int) in.number();
        for (int i = 0; i < count; i++) {
            facts.put(in.choice(FACTS), in.text());
        }
        return new Occurrence(at, facts, in.optional(BinaryReader::time));
    }
}
