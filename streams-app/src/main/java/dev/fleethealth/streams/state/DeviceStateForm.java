package dev.fleethealth.streams.state;

import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.device.DetectorHistory;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.SeenEvents;
import java.time.Instant;

/** {@link DeviceState} in the device store. */
public final class DeviceStateForm {
    private static final int VERSION = 4;
    private static final Fact[] FACTS = Fact.values();

    private DeviceStateForm() {}

    public static byte[] write(DeviceState state) {
        BinaryWriter out = new BinaryWriter(KnownTexts.OF_DEVICES).raw(VERSION);
        SessionForm.write(out, state.settled().session());
        out.each(state.settled().histories(), DeviceStateForm::writeHistory);
        out.each(state.recent(), SessionForm::write);
        writeSeen(out, state.seen().toPairs());
        return out.toBytes();
    }

    public static DeviceState read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "device state", KnownTexts.OF_DEVICES);
        DeviceView settled = new DeviceView(SessionForm.readSession(in), in.each(DeviceStateForm::readHistory));
        return new DeviceState(settled, in.each(SessionForm::readEvent), readSeen(in));
    }

    private static void writeSeen(BinaryWriter out, long[] pairs) {
        out.number(pairs.length);
        for (int i = 0; i < pairs.length; i += 2) {
            out.bits(pairs[i]).millis(pairs[i + 1]);
        }
    }

    private static SeenEvents readSeen(BinaryReader in) {
        long[] pairs = new long[(int) in.number()];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = in.bits();
            pairs[i + 1] = in.millis();
        }
        return SeenEvents.ofPairs(pairs);
    }

    private static void writeHistory(BinaryWriter out, DetectorHistory history) {
        out.text(history.detector()).each(history.occurrences(), DeviceStateForm::writeOccurrence);
    }

    private static DetectorHistory readHistory(BinaryReader in) {
        return new DetectorHistory(in.text(), in.each(DeviceStateForm::readOccurrence));
    }

    private static void writeOccurrence(BinaryWriter out, Occurrence occurrence) {
        out.time(occurrence.at()).number(occurrence.facts().size());
        occurrence.facts().forEach((fact, value) -> out.choice(fact).text(value));
        out.optional(occurrence.backAt(), BinaryWriter::time);
    }

    private static Occurrence readOccurrence(BinaryReader in) {
        Instant at = in.time();
        Facts facts = Facts.NONE;
        int count = (int) in.number();
        for (int i = 0; i < count; i++) {
            facts = facts.with(in.choice(FACTS), in.text());
        }
        return new Occurrence(at, facts, in.optional(BinaryReader::time));
    }
}
