package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;

/** How an error shows what stood in the file. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "a mapping";
            case ARRAY -> "a list";
            case NULL, MISSING -> "empty";
            case STRING -> text(node.textValue());
            case BINARY, BOOLEAN, NUMBER, POJO -> node.asText();
        };
    }

    private static String text(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return text.isEmpty() ? "empty" : '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
