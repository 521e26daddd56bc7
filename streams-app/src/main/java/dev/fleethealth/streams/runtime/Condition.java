package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.management.HealthCheck;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that the program needs and that may go away and come back; the log says so once each time. */
final class Condition implements HealthCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(Condition.class);

    private final String name;
    private volatile @Nullable String problem;

    /** @param problem what is wrong until the first word of it */
    Condition(String name, String problem) {
        this.name = name;
        this.problem = problem;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Costs next to nothing while all is well, so that it can be called for each record. */
    void met() {
        if (problem != null) {
            problem = null;
            LOGGER.atInfo().addKeyValue("what", name).log("Available");
        }
    }

    synchronized void missing(String why, Throwable cause) {
        if (!why.equals(problem)) {
            LOGGER.atWarn()
                    .addKeyValue("what", name)
                    .addKeyValue("error", String.valueOf(cause))
                    .log("Not available, waiting for it");
        }
        problem = why;
    }
}
