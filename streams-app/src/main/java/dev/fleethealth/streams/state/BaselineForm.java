package dev.fleethealth.streams.state;

import dev.fleethealth.streams.fleet.Baseline;

/** {@link Baseline} in the baseline store. */
public final class BaselineForm {
    private static final int VERSION = 1;

    private BaselineForm() {}

    public static byte[] write(Baseline baseline) {
        return new BinaryWriter()
                .raw(VERSION)
                .real(baseline.weighted())
                .real(baseline.weight())
                .optional(baseline.since(), BinaryWriter::time)
                .number(baseline.fedUntil())
                .toBytes();
    }

    public static Baseline read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "baseline");
        return new Baseline(in.real(), in.real(), in.optional(BinaryReader::time), in.number());
    }
}
