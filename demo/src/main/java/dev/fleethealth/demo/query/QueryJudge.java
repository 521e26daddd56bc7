package dev.fleethealth.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.demo.fleet.Fleet;
import dev.fleethealth.demo.story.Story;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what the API says with what the story did. */
public final class QueryJudge {
    /** Questions about what happened, each asked once. */
    public static final int QUESTIONS = 4 + 3 + 2 + 3;

    private static final Map<String, Integer> KNOWN = known();

    private final QueryApi api;
    private final Instant begin;
    private final List<String> problems = new ArrayList<>();

    /** @param begin of the story */
    public QueryJudge(QueryApi api, Instant begin) {
        this.api = api;
        this.begin = begin;
    }

    private static Map<String, Integer> known() {
        Map<String, Integer> known = new LinkedHashMap<>();
        known.put(Fleet.SCOOTERS, Fleet.SCOOTER_COUNT);
        known.put(Fleet.METERS, Fleet.METER_COUNT);
        known.put(Fleet.CRANES, Fleet.CRANE_COUNT);
        known.put(Fleet.PUMPS, Fleet.PUMP_COUNT);
        return known;
    }

    /** What is answered otherwise than it was, a line each; nothing when all is well. */
    public List<String> problems() throws InterruptedException {
        try {
            for (Map.Entry<String, Integer> fleet : KNOWN.entrySet()) {
                JsonNode answer = api.get("/v1/fleets/" + fleet.getKey()).path("fleet");
                expect(fleet.getKey() + " has " + fleet.getValue() + " devices", answer, "known", fleet.getValue());
            }
            expectEndings(Fleet.CONTESTED, "SESSION_TAKEN_OVER", 4);
            expectEndings(Fleet.DYING, "KEEPALIVE_TIMEOUT", 3);
            expectEndings(Fleet.METERS + "@@@001", "CREDENTIAL_EXPIRED", 1);
            expectCause(Fleet.CONTESTED, Story.FIGHT_OVER, "duplicate-client-id", "wo programs");
            expectCause(Fleet.DYING, Story.SILENCE_OVER, "unstable-link", "keep");
            expectState(Fleet.SCOOTERS + "@@@120", Story.ALL_CONNECTED, "online");
            expectState(Fleet.SCOOTERS + "@@@120", Duration.ofMinutes(-1), "unknown");
            expectState(Fleet.CONTESTED, Story.EXPIRY, "online");
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    private void expectEndings(String device, String category, int least) throws IOException, InterruptedException {
        int count = 0;
        for (JsonNode connection : api.ofDevice(device, "timeline").path("connections")) {
            count += connection.path("category").asText().equals(category) ? 1 : 0;
        }
        if (count < least) {
            problems.add(
                    "%d connections of %s ended %s, expected at least %d".formatted(count, device, category, least));
        }
    }

    private void expectCause(String device, Duration when, String cause, String verdict)
            throws IOException, InterruptedException {
        JsonNode diagnosis = api.ofDevice(device, "diagnosis?at=" + at(when)).path("diagnosis");
        expect("the cause of " + device, diagnosis, "cause", cause);
        if (!diagnosis.path("verdict").asText().contains(verdict)) {
            problems.add("the verdict on " + device + " is \""
                    + diagnosis.path("verdict").asText() + "\", expected \"" + verdict + "\" in it");
        }
    }

    private void expectState(String device, Duration when, String state) throws IOException, InterruptedException {
        JsonNode online = api.ofDevice(device, "online?at=" + at(when)).path("online");
        expect(device + " at " + begin.plus(when), online, "answer", state);
    }

    private long at(Duration when) {
        return begin.plus(when).toEpochMilli();
    }

    private void expect(String what, JsonNode answer, String field, Object expected) {
        if (!answer.path(field).asText().equals(expected.toString())) {
            problems.add("%s: %s is %s, expected %s".formatted(what, field, answer.path(field), expected));
        }
    }
}
