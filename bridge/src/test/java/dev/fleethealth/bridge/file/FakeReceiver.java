package dev.fleethealth.bridge.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes lines; they are safe at once, or when the test says so. */
final class FakeReceiver implements FileTail.Lines {
    final List<Line> lines = new ArrayList<>();
    final List<Runnable> unsafe = new ArrayList<>();
    boolean acknowledges = true;

    @Override
    public void accept(Line line, Runnable safe) {
        lines.add(line);
        if (acknowledges) {
            safe.run();
        } else {
            unsafe.add(safe);
        }
    }

    /** What has come since the last call. */
    List<String> taken() {
        List<String> texts = lines.stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
        lines.clear();
        return texts;
    }
}
