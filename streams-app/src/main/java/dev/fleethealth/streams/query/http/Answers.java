package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.json.Fields;

/** Makes replies of answers. */
final class Answers {
    private Answers() {}

    static <T> Answer.Known<T> known(Answer<T> answer) throws Problem {
        if (answer instanceof Answer.Known<T> known) {
            return known;
        }
        if (answer instanceof Answer.Unavailable<T> unavailable) {
            throw Problem.later(503, "Not known now", unavailable.why(), unavailable.retryAfter());
        }
        if (answer instanceof Answer.Ambiguous<T> ambiguous) {
            throw Problem.ambiguous(ambiguous.fleets());
        }
        throw Problem.of(404, "Not found", ((Answer.NotFound<T>) answer).what());
    }

    /** One value under that name, and how fresh it is. */
    static <T> Reply one(String name, Answer<T> answer) throws Problem {
        Answer.Known<T> known = known(answer);
        return Reply.json(new Fields(name, known.value()).with("freshness", known.freshness()));
    }

    /** The items of a page under that name. */
    static <T> Reply page(String name, Answer<Page<T>> answer) throws Problem {
        Answer.Known<Page<T>> known = known(answer);
        return Reply.json(new Fields(name, known.value().items())
                .with("next", Cursor.write(known.value().next()).orElse(null))
                .with("freshness", known.freshness()));
    }
}
