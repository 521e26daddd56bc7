package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Category;
import java.util.Optional;

/**
 * Which devices of a fleet.
 *
 * @param online only those that are online, or only those that are not
 * @param category only those whose last connection ended, or was refused, so
 * @param search part of the client id, without regard to case; {@code *} stands for anything
 * @param after client id after which the page begins
 */
public record DeviceQuery(
        String fleet,
        Optional<Boolean> online,
        Optional<Category> category,
        Optional<String> search,
        Optional<String> after,
        int limit) {}
