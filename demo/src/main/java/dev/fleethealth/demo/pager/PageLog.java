package dev.fleethealth.demo.pager;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** All pages so far, by episode. A resolve names only the key: it is that of the episode triggered last. */
public final class PageLog {
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, String> newestEpisodes = new HashMap<>();

    /** Takes an event of the Events API v2. */
    synchronized void add(JsonNode event) {
        String key = event.path("dedup_key").asText();
        if (event.path("event_action").asText().equals("resolve")) {
            String episode = newestEpisodes.getOrDefault(key, key);
            pages.put(episode, pages.getOrDefault(episode, Page.NONE).resolved());
        } else {
            String episode = event.at("/payload/custom_details/episode").asText();
            newestEpisodes.put(key, episode);
            pages.put(episode, pages.getOrDefault(episode, Page.NONE).triggered());
        }
    }

    public synchronized Map<String, Page> pages() {
        return new LinkedHashMap<>(pages);
    }
}
