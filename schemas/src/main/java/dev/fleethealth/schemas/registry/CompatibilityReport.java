package dev.fleethealth.schemas.registry;

import java.util.List;

/**
 * Whether a schema may become the next version of a subject.
 *
 * @param reasons what stands in the way, as the registry says it; some registries say nothing
 */
public record CompatibilityReport(boolean compatible, List<String> reasons) {
    public CompatibilityReport {
        reasons = List.copyOf(reasons);
    }
}
