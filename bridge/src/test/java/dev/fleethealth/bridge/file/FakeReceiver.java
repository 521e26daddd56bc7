package dev.fleethealth.bridge.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes lines, of which the last few are not safe yet. */
final class FakeReceiver implements FileTail.Lines {
    final List<Line> lines = new ArrayList<>();
    final Deque<Runnable> unsafe = new ArrayDeque<>();
    int lag;

    @Override
    public void accept(Line line, Runnable safe) {
        lines.add(line);
        unsafe.add(safe);
        while (unsafe.size() > lag) {
            unsafe.remove().run();
        }
    }

    /** All are safe. */
    void acknowledge() {
        unsafe.forEach(Runnable::run);
        unsafe.clear();
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
