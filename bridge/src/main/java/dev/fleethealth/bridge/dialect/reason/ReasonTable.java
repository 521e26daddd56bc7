package dev.fleethealth.bridge.dialect.reason;

import dev.fleethealth.schemas.CategorySource;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each reason of one broker means. Spelling counts only by its ASCII letters and digits, whatever their case:
 * {@code KEEP_ALIVE_TIMEOUT}, {@code keepalive_timeout} and {@code Keep Alive timeout} are one reason.
 */
public final class ReasonTable {
    /** Longest text that is looked up; no broker has a longer reason. */
    private static final int MAX_REASON_LENGTH = 128;

    private final Map<Situation, Map<String, Reason>> reasons = new EnumMap<>(Situation.class);

    /** A table without reasons. */
    public ReasonTable() {}

    /**
     * Reads tables from the class path; the first that knows a reason wins.
     *
     * @param resources absolute names, e.g. {@code /dialects/emqx/reasons.csv}
     * @throws IllegalStateException if one is missing or has a wrong row; the message names file and line
     */
    public static ReasonTable load(String... resources) {
        ReasonTable table = new ReasonTable();
        for (String resource : resources) {
            new ReasonFile(resource).read().reasons.forEach(table::addMissing);
        }
        return table;
    }

    /** What the reason means in this situation; {@link Reason#UNKNOWN} if the table does not have it. */
    public Reason lookup(String rawReason, Situation situation) {
        return find(rawReason, situation).orElse(Reason.UNKNOWN);
    }

    /** What the reason means in this situation; absent if the table does not have it. */
    public Optional<Reason> find(String rawReason, Situation situation) {
        if (rawReason.length() > MAX_REASON_LENGTH) {
            return Optional.empty();
        }
        return find(normalize(rawReason), Optional.of(situation))
                .map(reason ->
                        new Reason(reason.category(), situation.initiator().orElse(reason.initiator())));
    }

    /** Every reason that stands somewhere in a longer text, such as a line of a log; spelling counts as ever. */
    public Set<Mention> mentionsIn(String text) {
        String letters = normalize(text);
        Set<Mention> mentions = new HashSet<>();
        reasons.forEach((situation, known) -> known.forEach((reason, meaning) -> {
            if (letters.contains(reason)) {
                mentions.add(new Mention(situation, meaning));
            }
        }));
        return mentions;
    }

    /** Writes a reason that the broker gave, and what it means, into the event. */
    public void report(ConnectionEvent.Builder draft, Optional<String> rawReason, Situation situation) {
        rawReason.ifPresent(draft::setRawReason);
        report(draft, rawReason.map(raw -> lookup(raw, situation)).orElse(Reason.UNKNOWN));
    }

    /** Writes what the broker reported into the event. */
    public static void report(ConnectionEvent.Builder draft, Reason reason) {
        draft.setCategory(reason.category());
        draft.setInitiator(reason.initiator());
        draft.setCategorySource(CategorySource.REPORTED);
    }

    /** @return whether the reason was new for this situation */
    public boolean add(String reason, Situation situation, Reason meaning) {
        Map<String, Reason> known = reasons.computeIfAbsent(situation, s -> new HashMap<>());
        return known.putIfAbsent(normalize(reason), meaning) == null;
    }

    private void addMissing(Situation situation, Map<String, Reason> more) {
        Map<String, Reason> known = reasons.computeIfAbsent(situation, s -> new HashMap<>());
        more.forEach(known::putIfAbsent);
    }

    private Optional<Reason> find(String key, Optional<Situation> from) {
        Optional<Situation> situation = from;
        while (situation.isPresent()) {
            Reason reason = reasons.getOrDefault(situation.get(), Map.of()).get(key);
            if (reason != null) {
                return Optional.of(reason);
            }
            situation = situation.get().wider();
        }
        return Optional.empty();
    }

    private static String normalize(String reason) {
        StringBuilder letters = new StringBuilder(reason.length());
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters.append((char) (c + 'a' - 'A'));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
