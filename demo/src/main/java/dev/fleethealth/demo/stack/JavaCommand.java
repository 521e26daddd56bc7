package dev.fleethealth.demo.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of child JVMs: this JVM's own Java, small heaps, quick to start. */
final class JavaCommand {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final List<String> words = new ArrayList<>();

    private JavaCommand(int heapMegabytes) {
        words.addAll(List.of(
                JAVA, "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    }

    static JavaCommand withHeap(int megabytes) {
        return new JavaCommand(megabytes);
    }

    JavaCommand property(String name, Object value) {
        words.add("-D" + name + "=" + value);
        return this;
    }

    List<String> jar(Path jar, String... arguments) {
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }

    List<String> main(String classPath, String main, String... arguments) {
        words.addAll(List.of("-cp", classPath, main));
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }
}
