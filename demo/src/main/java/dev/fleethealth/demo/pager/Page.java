package dev.fleethealth.demo.pager;

/**
 * What the pager heard of one episode of an alert.
 *
 * @param triggers how often it was opened
 * @param resolves how often it was resolved
 */
public record Page(int triggers, int resolves) {
    static final Page NONE = new Page(0, 0);

    Page triggered() {
        return new Page(triggers + 1, resolves);
    }

    Page resolved() {
        return new Page(triggers, resolves + 1);
    }
}
