package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.query.json.Fields;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Silences: who is not told for a time. */
final class SilenceRoutes {
    private static final String PATH = "/v1/silences";
    private static final Duration LATER = Duration.ofSeconds(5);

    private final SilenceKeeper keeper;
    private final boolean mayChange;
    private final InstantSource clock;

    /** @param mayChange whether they can be made and ended here, not only read */
    SilenceRoutes(SilenceKeeper keeper, boolean mayChange, InstantSource clock) {
        this.keeper = keeper;
        this.mayChange = mayChange;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, List.of(), this::list),
                new Route("POST", PATH, List.of(), false, this::create),
                new Route("DELETE", PATH + "/{id}", List.of(), false, this::expire));
    }

    private Reply list(Call call) {
        return Reply.json(new Fields(
                "silences",
                keeper.list(clock.instant()).stream().map(this::view).toList()));
    }

    private Reply create(Call call) throws Problem, InterruptedException {
        checkMayChange();
        // What is no form can't be sent by another site's page without our leave.
        if (!call.contentType()
                .filter(type -> type.startsWith("application/json"))
                .isPresent()) {
            throw Problem.of(415, "Wrong media type", "expected Content-Type: application/json");
        }
        SilenceRequest request = NewSilence.read(call.body()).request();
        try {
            return Reply.json(201, view(keeper.create(request, clock.instant())));
        } catch (InvalidSilenceException e) {
            throw NewSilence.refused(e);
        } catch (IllegalStateException e) {
            throw notNow(e);
        }
    }

    private Reply expire(Call call) throws Problem, InterruptedException {
        checkMayChange();
        String id = call.variable("id");
        if (keeper.isConfigured(id)) {
            throw Problem.of(
                    409, "Silence of the configuration", id + ": expected to be ended in the configuration file");
        }
        try {
            if (keeper.expire(id, clock.instant()).isEmpty()) {
                throw Problem.of(404, "Not found", "no silence has the id " + id);
            }
        } catch (IllegalStateException e) {
            throw notNow(e);
        }
        return Reply.empty(204);
    }

    private void checkMayChange() throws Problem {
        if (!mayChange) {
            throw Problem.of(403, "Not allowed", "query.allow-silences: expected true, was false");
        }
    }

    private static Problem notNow(IllegalStateException e) {
        return Problem.later(503, "Not possible now", String.valueOf(e.getMessage()), LATER);
    }

    private SilenceView view(Silence silence) {
        return SilenceView.of(silence, keeper.isConfigured(silence.id()));
    }
}
