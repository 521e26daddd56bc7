package dev.fleethealth.bridge.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows findings to a person as they come, or to a program as one JSON object at the end. */
public final class DoctorReport implements Consumer<Finding> {
    private static final String INDENT = " ".repeat(30);
    private static final int WIDTH = 110;

    private final Target target;
    private final boolean json;
    private final PrintWriter out;
    private final List<Finding> findings = new ArrayList<>();

    private DoctorReport(Target target, boolean json, PrintWriter out) {
        this.target = target;
        this.json = json;
        this.out = out;
    }

    /** @param json one object at {@link #finish} in place of lines for people */
    public static DoctorReport of(Target target, boolean json, PrintWriter out) {
        return new DoctorReport(target, json, out);
    }

    @Override
    public void accept(Finding finding) {
        findings.add(finding);
        if (!json) {
            out.printf(Locale.ROOT, "%-8s %-20s ", word(finding.outcome()), finding.check());
            out.println(wrapped(finding.found()));
            if (!finding.advice().isEmpty()) {
                out.println(INDENT + wrapped("-> " + finding.advice()));
            }
            out.flush();
        }
    }

    /** Ends the report. @return whether all is well */
    public boolean finish() {
        long troubles = findings.stream().filter(Finding::isTrouble).count();
        if (json) {
            out.println(document(troubles == 0).toPrettyString());
        } else {
            out.println();
            out.println(
                    troubles == 0
                            ? "All is well between here and " + target.address() + "."
                            : troubles + " of " + findings.size() + " steps to " + target.address()
                                    + " need attention.");
        }
        out.flush();
        return troubles == 0;
    }

    private ObjectNode document(boolean healthy) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("broker", target.address())
                .put("clientId", target.clientId())
                .put("healthy", healthy);
        ArrayNode list = document.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("check", finding.check())
                .put("outcome", word(finding.outcome()))
                .put("found", finding.found())
                .put("advice", finding.advice()));
        return document;
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Breaks lines between words; what a broker or a certificate says can't move the cursor. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = INDENT.length();
        for (String word : text.replaceAll("\\p{Cntrl}", "?").split(" ")) {
            if (column > INDENT.length() && column + word.length() > WIDTH) {
                lines.append(System.lineSeparator()).append(INDENT);
                column = INDENT.length();
            }
            lines.append(column > INDENT.length() ? " " : "").append(word);
            column += word.length() + 1;
        }
        return lines.toString();
    }
}
