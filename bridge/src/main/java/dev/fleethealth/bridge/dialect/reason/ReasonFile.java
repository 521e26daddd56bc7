package dev.fleethealth.bridge.dialect.reason;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Initiator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One reason table on the class path: rows of {@code spelling[|spelling…],situation,category,initiator}; empty lines and
 * lines that start with {@code #} are comments. A fault in it is a fault of the build, found when it is loaded.
 */
final class ReasonFile {
    private final String resource;

    ReasonFile(String resource) {
        this.resource = resource;
    }

    /** @throws IllegalStateException naming file, line and what was expected */
    ReasonTable read() {
        ReasonTable table = new ReasonTable();
        List<String> lines = lines();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readRow(table, line, number);
            }
        }
        return table;
    }

    private void readRow(ReasonTable table, String line, int number) {
        String[] columns = line.split(",", -1);
        if (columns.length != 4) {
            throw fault(number, "expected reason,situation,category,initiator");
        }
        Situation situation = constant(Situation.class, columns[1], number);
        Reason meaning =
                new Reason(constant(Category.class, columns[2], number), constant(Initiator.class, columns[3], number));
        for (String spelling : columns[0].split("\\|", -1)) {
            if (!table.add(spelling, situation, meaning)) {
                throw fault(number, "\"%s\" stands here twice".formatted(spelling));
            }
        }
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name, int number) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> fault(number, "\"%s\" is not a %s".formatted(name, type.getSimpleName())));
    }

    private List<String> lines() {
        try (InputStream in = ReasonFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private IllegalStateException fault(int number, String what) {
        return new IllegalStateException("%s:%d: %s".formatted(resource, number, what));
    }
}
