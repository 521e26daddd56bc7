package dev.fleethealth.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;

/** The registry of a program's metrics, with the few that are worth a series of every Java process. */
public final class ServiceMetrics {
    private static final List<String> OF_THE_RUNTIME = List.of("jvm.", "process.", "system.");

    private static final Set<String> KEPT = Set.of(
            "jvm.memory.used",
            "jvm.memory.committed",
            "jvm.memory.max",
            "jvm.threads.live",
            "process.cpu.usage",
            "process.files.open",
            "process.files.max",
            "process.start.time",
            "process.uptime");

    private ServiceMetrics() {}

    /** A new registry with the metrics of the JVM and the process in it. */
    public static PrometheusMeterRegistry newRegistry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(MeterFilter.deny(ServiceMetrics::isNoise));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    private static boolean isNoise(Meter.Id id) {
        return OF_THE_RUNTIME.stream().anyMatch(id.getName()::startsWith) && !KEPT.contains(id.getName());
    }
}
