package dev.fleethealth.streams.detector;

import dev.fleethealth.schemas.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a device, a fleet or a node shows in the window that ends at one moment. */
public interface Reading {

    /** End of the window, event time. */
    Instant at();

    /** The fleet. */
    String fleet();

    /** The device or node that it is about; empty for a fleet. */
    String subject();

    /** Occurrences in the window. */
    long occurrences();

    /** Distinct devices with an occurrence in the window; 1 or 0 for a device. */
    long devices();

    /** The occurrences in the window, oldest first; for a device only, empty otherwise. */
    List<Occurrence> history();

    /**
     * How often each value of a fact occurs in the window, in no order: a fleet may have thousands of values. It holds for
     * as long as this reading does.
     */
    Map<String, Long> tally(Fact fact);

    /**
     * Categories of the sessions that ended in the 5 minutes before the occurrences of the window, for the devices that
     * had one; of refused attempts where no session ended.
     */
    Map<Category, Long> categories();

    /** Up to 10 devices that had an occurrence. */
    List<String> sampleDevices();

    /** Distinct devices of the fleet seen in the last 24 h. */
    long population();

    /** Devices of the fleet that were online when the window began, as far back as is known. */
    long onlineAtStart();

    /** Broker nodes that are being restarted; the empty name is a broker that names no nodes. */
    Set<String> restartingNodes();

    /** The fleet's own exponentially weighted mean of {@link #devices()}; 0 while it is being learned. */
    double baseline();

    /** How much of the fleet's time the baseline was learned from; zero where none is learned. */
    Duration learnedFor();

    /** The devices that had an occurrence since the episode began, and what became of them. */
    Cohort cohort();

    /** The threshold that opened the episode which is open now. */
    Optional<Double> openedBy();

    /** Time of the newest occurrence, whether in the window or before it. */
    Optional<Instant> newestOccurrence();
}
