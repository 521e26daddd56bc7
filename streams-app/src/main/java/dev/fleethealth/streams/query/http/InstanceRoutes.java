package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.cluster.PartJson;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What instances ask each other. It is no part of the API: only instances of one version understand each other. */
final class InstanceRoutes {
    private InstanceRoutes() {}

    static List<Route> routes(BiFunction<String, byte[], PartJson.Reply> part) {
        return List.of(new Route("POST", PartJson.PATH + "{operation}", List.of(), false, call -> {
            PartJson.Reply reply = part.apply(call.variable("operation"), call.body());
            return new Reply.Whole(
                    reply.status(), "application/json", Map.of("Cache-Control", "no-store"), reply.body());
        }));
    }
}
