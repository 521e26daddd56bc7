package dev.fleethealth.streams.state;

import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.FleetSignal;

/** {@link FleetSignal} on the internal topic between the stages. */
public final class FleetSignalForm {
    private static final int COUNTS = 3;
    private static final int DEVICE_ALERT = 2;

    private FleetSignalForm() {}

    public static byte[] write(FleetSignal signal) {
        BinaryWriter out = new BinaryWriter();
        if (signal instanceof FleetSignal.Counted counted) {
            FleetCountsForm.write(out.raw(COUNTS), counted.counts());
        } else if (signal instanceof FleetSignal.DeviceAlert alert) {
            out.raw(DEVICE_ALERT).bytes(AlertForm.write(alert.alert()));
        }
        return out.toBytes();
    }

    public static FleetSignal read(byte[] bytes) {
        BinaryReader in = new BinaryReader(bytes);
        int kind = in.raw();
        return switch (kind) {
            case COUNTS -> new FleetSignal.Counted(FleetCountsForm.read(in));
            case DEVICE_ALERT -> new FleetSignal.DeviceAlert(AlertForm.read(in.bytes()));
            default -> throw new IllegalStateException("fleet signal: expected kind 2 or 3, found " + kind);
        };
    }

    public static byte[] writeCounts(FleetCounts counts) {
        BinaryWriter out = new BinaryWriter().raw(COUNTS);
        FleetCountsForm.write(out, counts);
        return out.toBytes();
    }

    public static FleetCounts readCounts(byte[] bytes) {
        return FleetCountsForm.read(BinaryReader.of(bytes, COUNTS, "fleet counts"));
    }
}
