package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.query.ActivityStep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds up what partitions and instances say of the same steps. */
final class ActivitySteps {
    private ActivitySteps() {}

    static List<ActivityStep> plus(List<ActivityStep> a, List<ActivityStep> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> plus(a.get(i), b.get(i)))
                .toList();
    }

    private static ActivityStep plus(ActivityStep a, ActivityStep b) {
        Map<Category, Long> categories = new EnumMap<>(Category.class);
        categories.putAll(a.categories());
        b.categories().forEach((category, count) -> categories.merge(category, count, Long::sum));
        return new ActivityStep(a.start(), a.connects() + b.connects(), a.online() + b.online(), categories);
    }
}
