package dev.fleethealth.streams.state;

import dev.fleethealth.streams.alert.PassedAlert;

/** {@link PassedAlert} in the store of alerts that went out. */
public final class PassedAlertForm {
    private static final int VERSION = 1;

    private PassedAlertForm() {}

    public static byte[] write(PassedAlert alert) {
        return new BinaryWriter()
                .raw(VERSION)
                .flag(alert.folded())
                .bytes(AlertForm.write(alert.latest()))
                .toBytes();
    }

    public static PassedAlert read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "passed alert");
        boolean folded = in.flag();
        return new PassedAlert(AlertForm.read(in.bytes()), folded);
    }
}
