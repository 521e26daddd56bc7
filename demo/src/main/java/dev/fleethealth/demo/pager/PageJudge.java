package dev.fleethealth.demo.pager;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the pages with the episodes: each was paged by exactly one trigger and one resolve, but for those that another alert
 * explains, which need none.
 */
public final class PageJudge {
    private PageJudge() {}

    /**
     * What is wrong, a line each; nothing when all is well.
     *
     * @param episodes ids of all that were seen on Kafka
     * @param explained those among them that another alert explains
     */
    public static List<String> problems(Collection<String> episodes, Set<String> explained, Map<String, Page> pages) {
        List<String> problems = new ArrayList<>();
        for (String episode : episodes) {
            Page page = pages.getOrDefault(episode, Page.NONE);
            boolean once = page.triggers() == 1 && page.resolves() == 1;
            if (!once && !(page.equals(Page.NONE) && explained.contains(episode))) {
                problems.add("%s was triggered %d times and resolved %d times, expected once each"
                        .formatted(episode, page.triggers(), page.resolves()));
            }
        }
        pages.keySet().stream()
                .filter(page -> !episodes.contains(page))
                .forEach(page -> problems.add(page + " was paged, and is no episode of any alert"));
        return problems;
    }
}
