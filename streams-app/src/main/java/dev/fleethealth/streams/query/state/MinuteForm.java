package dev.fleethealth.streams.query.state;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.state.BinaryReader;
import dev.fleethealth.streams.state.BinaryWriter;
import java.util.EnumMap;
import java.util.Map;

/** {@link Minute} in its store. */
public final class MinuteForm {
    private static final int VERSION = 1;
    private static final Category[] CATEGORIES = Category.values();

    private MinuteForm() {}

    public static byte[] write(Minute minute) {
        BinaryWriter out = new BinaryWriter().raw(VERSION);
        out.number(minute.connects()).optional(minute.online(), BinaryWriter::number);
        write(out, minute.endings());
        write(out, minute.refusals());
        return out.toBytes();
    }

    public static Minute read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "minute of a fleet");
        return new Minute(in.number(), in.optional(BinaryReader::number), readCounts(in), readCounts(in));
    }

    private static void write(BinaryWriter out, Map<Category, Long> counts) {
        out.each(counts.entrySet(), (to, count) -> to.choice(count.getKey()).number(count.getValue()));
    }

    private static Map<Category, Long> readCounts(BinaryReader in) {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        long size = in.number();
        for (long i = 0; i < size; i++) {
            counts.put(in.choice(CATEGORIES), in.number());
        }
        return counts;
    }
}
