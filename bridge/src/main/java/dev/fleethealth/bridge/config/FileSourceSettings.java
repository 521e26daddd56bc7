package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Log files that are followed, one message a line ({@code type: file}).
 *
 * @param name name in logs, metrics and health: lower-case letters, digits and hyphens
 * @param dialect id of the dialect of the lines
 * @param brokerVersion the broker's version, where its messages differ by version; quote it: {@code "2.0"}
 * @param fleet fleet of the devices to which no rule gives another
 * @param paths files to follow, absolute; the file's name, not its folder, may have the wildcards of a shell:
 *     {@code /var/log/broker/*.log}
 * @param stateFile where the bridge keeps how far it has come, in a folder that outlives it; one file for each source
 * @param startAt where to begin in files that are there when the state file is not there yet; all others are read from
 *     the beginning
 * @param pollInterval how often to look for new lines
 * @param maxLineBytes longest line; what is longer goes to the dead letter, cut to this length
 * @param maxInFlight how many lines may be read beyond the position that is kept: after a crash, so many at most are
 *     read again
 */
@TypeName("file")
public record FileSourceSettings(
        String name,
        String dialect,
        Optional<String> brokerVersion,
        @Default("default") String fleet,
        List<Path> paths,
        Path stateFile,
        @Default("end") StartAt startAt,
        @Default("500ms") Duration pollInterval,
        @Default("65536") int maxLineBytes,
        @Default("1000") int maxInFlight)
        implements SourceSettings {

    /** Where to begin in a file that the bridge has never seen. */
    public enum StartAt {
        BEGINNING,
        END
    }

    public FileSourceSettings {
        SourceName.check(name);
        Setting.notBlank("fleet", fleet);
        Setting.check(!paths.isEmpty(), "paths", "required, expected at least one file");
        for (int index = 0; index < paths.size(); index++) {
            checkPath("paths[" + index + "]", paths.get(index));
        }
        Path folder = stateFile.toAbsolutePath().getParent();
        Setting.check(
                folder != null && Files.isWritable(folder) && !Files.isDirectory(stateFile),
                "state-file",
                "expected a file in a folder that is there and can be written, was " + stateFile);
        Setting.inRange("poll-interval", pollInterval, Duration.ofMillis(10), Duration.ofMinutes(1));
        Setting.inRange("max-line-bytes", maxLineBytes, 256, 1_048_576);
        Setting.inRange("max-in-flight", maxInFlight, 1, 100_000);
    }

    @Override
    public String session() {
        return "file " + stateFile.toAbsolutePath().normalize();
    }

    @Override
    public String sessionKey() {
        return "state-file";
    }

    private static void checkPath(String key, Path path) {
        Path folder = path.getParent();
        Setting.check(path.isAbsolute() && folder != null, key, "expected an absolute path of a file, was " + path);
        Setting.check(
                !String.valueOf(folder).matches(".*[*?\\[{].*"),
                key,
                "expected no wildcard in the folder, was " + path);
    }

    @Override
    public boolean speaks(String dialectId) {
        return dialect.equals(dialectId);
    }
}
