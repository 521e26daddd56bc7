package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.service.config.ConfigurationException;
import java.util.stream.Stream;

/** A source whose settings were checked, before it works. */
interface PlannedSource {

    /** Ids of the dialects that it reads. */
    Stream<String> dialectIds();

    /**
     * Claims what it needs of this machine, such as a port.
     *
     * @throws ConfigurationException when it can't have it
     */
    void claim();

    /** Starts to work. */
    MessageSource start(Intake intake);

    /** Gives back what was claimed, when the source was never started. */
    void release();
}
