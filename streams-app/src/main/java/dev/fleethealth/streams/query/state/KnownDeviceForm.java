package dev.fleethealth.streams.query.state;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.state.BinaryReader;
import dev.fleethealth.streams.state.BinaryWriter;
import dev.fleethealth.streams.state.DeviceStateForm;
import dev.fleethealth.streams.state.SessionForm;

/** {@link KnownDevice} in its store, and between instances. */
public final class KnownDeviceForm {
    private static final int VERSION = 1;
    private static final Category[] CATEGORIES = Category.values();

    private KnownDeviceForm() {}

    public static byte[] write(KnownDevice device) {
        BinaryWriter out = new BinaryWriter().raw(VERSION);
        out.text(device.key().fleet())
                .text(device.key().clientId())
                .text(device.key().address())
                .text(device.source())
                .optional(device.lastCategory(), BinaryWriter::choice)
                .optional(device.node(), BinaryWriter::text)
                .optional(device.address(), BinaryWriter::text);
        write(out, device.trail());
        return out.bytes(DeviceStateForm.write(device.state())).toBytes();
    }

    public static KnownDevice read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "known device");
        DeviceKey key = new DeviceKey(in.text(), in.text(), in.text());
        String source = in.text();
        Category lastCategory = in.optional(each -> each.choice(CATEGORIES));
        String node = in.optional(BinaryReader::text);
        String address = in.optional(BinaryReader::text);
        Trail trail = readTrail(in);
        DeviceState state = DeviceStateForm.read(in.bytes());
        return new KnownDevice(key, state, trail, lastCategory, source, node, address);
    }

    private static void write(BinaryWriter out, Trail trail) {
        out.number(trail.count())
                .optional(trail.oldest(), BinaryWriter::time)
                .optional(trail.droppedUntil(), BinaryWriter::time);
        SessionForm.write(out, trail.before());
    }

    private static Trail readTrail(BinaryReader in) {
        return new Trail(
                (int) in.number(),
                in.optional(BinaryReader::time),
                in.optional(BinaryReader::time),
                SessionForm.readSession(in));
    }
}
