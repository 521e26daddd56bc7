package dev.fleethealth.streams.delivery.http;

import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Target;
import java.time.Instant;

/** A target that is told over HTTP. */
public interface HttpTarget extends Target {

    /** The call as an HTTP request; the same call at the same time gives the same request. */
    HttpCall render(Call call, Instant now);
}
