package dev.fleethealth.streams.delivery.http;

/** Texts within the lengths that targets take. */
public final class ShortText {
    private ShortText() {}

    /** The text, or its beginning and an ellipsis; a pair of surrogates is not torn apart. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
