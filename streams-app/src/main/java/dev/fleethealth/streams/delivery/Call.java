package dev.fleethealth.streams.delivery;

import java.util.List;

/**
 * One call to a target.
 *
 * @param notices at least one, each of another alert
 */
public record Call(String lane, List<Notice> notices) {
    public Call {
        notices = List.copyOf(notices);
    }
}
