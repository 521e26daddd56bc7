package dev.fleethealth.streams.device;

/**
 * A device as it is kept, and what that amounts to.
 *
 * @param view the device as all events of its state show it, so that it need not be derived again for the next one
 */
public record Device(DeviceState state, DeviceView view) {
    public static final Device NEVER_SEEN = new Device(DeviceState.NEVER_SEEN, DeviceView.NEVER_SEEN);

    public Device withSeen(SeenEvents seen) {
        return new Device(state.withSeen(seen), view);
    }
}
