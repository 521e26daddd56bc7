package dev.fleethealth.streams.delivery.integration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.streams.delivery.http.JsonBody;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What PagerDuty's Events API v2 does with events: a trigger opens an incident, or joins the open one of its key; a resolve
 * closes it; a trigger after that opens a new one.
 */
final class PagerDutyStub implements AutoCloseable {
    private final Endpoint endpoint;
    private final Random random;
    private final double faulty;
    private final Predicate<String> refused;
    private final Map<String, Integer> incidents = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Set<String> resolvedEpisodes = new HashSet<>();
    private final Map<String, String> episodes = new HashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<Fault, Integer> faults = new HashMap<>();
    private final List<Instant> calls = new ArrayList<>();
    private final List<Fault> possible;
    private int ghosts;
    private int triggers;
    private int resolves;

    /**
     * Starts one that knows every fault.
     *
     * @param faulty share of requests that meet a fault, from 0 to 1
     * @param refused dedup keys that are answered by 400
     */
    PagerDutyStub(double faulty, Predicate<String> refused, long seed) throws IOException {
        this(
                faulty,
                List.of(
                        Fault.TOO_MANY_REQUESTS,
                        Fault.SERVER_ERROR,
                        Fault.UNAVAILABLE,
                        Fault.SILENCE_AFTER_ACCEPT,
                        Fault.SLOW_ANSWER,
                        Fault.RESET,
                        Fault.RESET_AFTER_ACCEPT),
                refused,
                seed);
    }

    /** @param possible which faults they meet */
    PagerDutyStub(double faulty, List<Fault> possible, Predicate<String> refused, long seed) throws IOException {
        this.faulty = faulty;
        this.possible = possible;
        this.refused = refused;
        this.random = new Random(seed);
        this.endpoint = new Endpoint(this::take);
    }

    String url() {
        return endpoint.url();
    }

    /** Incidents that are open now. */
    synchronized int open() {
        return open.size();
    }

    /** What the incidents that are open now say. */
    synchronized List<String> openSummaries() {
        return List.copyOf(open.values());
    }

    /** Incidents that were ever opened. */
    synchronized int incidents() {
        return incidents.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Triggers of an episode that was resolved before. */
    synchronized int ghosts() {
        return ghosts;
    }

    /** Triggers that were taken, those that joined an open incident, too. */
    synchronized int triggers() {
        return triggers;
    }

    /** Resolves that were taken, those of no open incident, too. */
    synchronized int resolves() {
        return resolves;
    }

    /** How often each key was refused. */
    synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    synchronized Map<Fault, Integer> faults() {
        return Map.copyOf(faults);
    }

    synchronized int calls() {
        return calls.size();
    }

    /** The most calls in any 60 s. */
    synchronized int busiestMinute() {
        Deque<Instant> within = new ArrayDeque<>();
        int most = 0;
        for (Instant call : calls) {
            within.addLast(call);
            while (within.getFirst().isBefore(call.minus(Duration.ofMinutes(1)))) {
                within.removeFirst();
            }
            most = Math.max(most, within.size());
        }
        return most;
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
    }

    private synchronized Fault take(Endpoint.Request request) {
        calls.add(Instant.now());
        JsonNode event = JsonBody.parse(request.body());
        String key = event.path("dedup_key").asText();
        Fault fault = refused.test(key) ? Fault.BAD_REQUEST : nextFault();
        faults.merge(fault, 1, Integer::sum);
        if (fault == Fault.BAD_REQUEST) {
            refusals.merge(key, 1, Integer::sum);
        }
        if (fault.accepts()) {
            accept(key, event);
        }
        return fault;
    }

    private Fault nextFault() {
        return random.nextDouble() < faulty ? possible.get(random.nextInt(possible.size())) : Fault.NONE;
    }

    private void accept(String key, JsonNode event) {
        if (event.path("event_action").asText().equals("resolve")) {
            resolves++;
            if (open.remove(key) != null) {
                resolvedEpisodes.add(episodes.get(key));
            }
            return;
        }
        triggers++;
        String episode =
                event.path("payload").path("custom_details").path("episode").asText();
        episodes.put(key, episode);
        if (resolvedEpisodes.contains(episode)) {
            ghosts++;
        }
        String summary = event.path("payload").path("summary").asText();
        if (open.put(key, summary) == null) {
            incidents.merge(key, 1, Integer::sum);
        }
    }
}
