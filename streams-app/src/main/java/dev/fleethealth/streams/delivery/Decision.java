package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Instant;

/** What to do about the newest state of an alert. */
sealed interface Decision {

    /** Call the target. */
    record Tell(Action action, Alert alert) implements Decision {}

    /** Note the phase in the ledger; the state is settled with that. */
    record Keep(Phase phase, Result result) implements Decision {}

    /** Nothing to do, and nothing to remember. */
    record Pass(Result result) implements Decision {}

    /** Look again then. */
    record Wait(Instant until) implements Decision {}
}
