package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.file.FileFollower;
import dev.fleethealth.bridge.file.PositionFile;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import java.util.stream.Stream;

/** Files to follow; it claims that the positions of an earlier run can be read. */
record FilePlan(FileSourceSettings settings, Route route) implements PlannedSource {
    @Override
    public Stream<String> dialectIds() {
        return Stream.of(route.dialectId());
    }

    @Override
    public void claim() {
        PositionFile.at(settings.stateFile()).load();
    }

    @Override
    public MessageSource start(Intake intake) {
        FileFollower follower = new FileFollower(settings, route, intake);
        follower.start();
        return follower;
    }

    @Override
    public void release() {}
}
