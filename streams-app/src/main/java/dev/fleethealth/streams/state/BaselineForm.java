package dev.fleethealth.streams.state;

import dev.fleethealth.streams.fleet.Baseline;
import dev.fleethealth.streams.fleet.Steps;

/** {@link Baseline} in the baseline store. */
public final class BaselineForm {
    private static final int VERSION = 2;

    private BaselineForm() {}

    public static byte[] write(Baseline baseline) {
        return new BinaryWriter()
                .raw(VERSION)
                .real(baseline.weighted())
                .real(baseline.weight())
                .optional(baseline.since(), BinaryWriter::time)
                .number(baseline.fedUntil())
                .number(baseline.fed())
                .number(baseline.steps().millis())
                .toBytes();
    }

    public static Baseline read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "baseline");
        return new Baseline(
                in.real(),
                in.real(),
                in.optional(BinaryReader::time),
                in.number(),
                in.number(),
                new Steps(in.number()));
    }
}
