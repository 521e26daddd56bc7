package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Initiator;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.util.List;

/**
 * What some of a broker's reasons mean.
 *
 * @param raw its words or codes; case, spaces and punctuation do not count
 * @param situation whether they mean this at any time, or only at CONNECT or later
 * @param category why the connection ended or was refused
 * @param initiator who ended it
 */
record ReasonSettings(
        List<String> raw,
        @Default("any") Situation situation,
        Category category,
        @Default("unknown") Initiator initiator) {
    ReasonSettings {
        Setting.check(!raw.isEmpty(), "raw", "required, expected at least one reason");
    }
}
