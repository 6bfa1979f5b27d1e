package io.lbkeeper.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A few figures of the process under the names that Prometheus has for them, each read when it is asked for. */
final class ProcessMeters {
    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int RESIDENT_FIELD = 1;
    private static final int PAGE_BYTES = 4096;
    private static final double MILLIS_PER_SECOND = 1000.0;
    private static final double NANOS_PER_SECOND = 1e9;

    private ProcessMeters() {
    }

    static void register(MeterRegistry meters) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Gauge.builder("process.start.time", runtime, bean -> bean.getStartTime() / MILLIS_PER_SECOND)
                .description("When the process was started.").baseUnit("seconds").strongReference(true)
                .register(meters);
        ProcessHandle self = ProcessHandle.current();
        FunctionCounter.builder("process.cpu", self, process -> process.info().totalCpuDuration()
                .map(Duration::toNanos).orElse(0L) / NANOS_PER_SECOND).description("CPU time of the process.")
                .baseUnit("seconds").register(meters);
        Gauge.builder("process.resident.memory", STATM, ProcessMeters::residentBytes)
                .description("Resident memory of the process.").baseUnit("bytes").strongReference(true)
                .register(meters);
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        Gauge.builder("jvm.memory.used", memory, bean -> bean.getHeapMemoryUsage().getUsed()).tag("area", "heap")
                .description("Memory in use in the Java VM.").baseUnit("bytes").register(meters);
        Gauge.builder("jvm.memory.used", memory, bean -> bean.getNonHeapMemoryUsage().getUsed()).tag("area", "nonheap")
                .description("Memory in use in the Java VM.").baseUnit("bytes").register(meters);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Gauge.builder("jvm.threads", threads, ThreadMXBean::getThreadCount).description("Live threads.")
                .register(meters);
        FunctionCounter.builder("jvm.gc", ManagementFactory.class, any -> gcSeconds())
                .description("Time spent in garbage collections.").baseUnit("seconds").register(meters);
    }

    private static double gcSeconds() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime).sum() / MILLIS_PER_SECOND;
    }

    /** Where there is no such file, as on a Mac, it is not known. */
    private static double residentBytes(Path statm) {
        try {
            return Double.parseDouble(Files.readString(statm).split(" ")[RESIDENT_FIELD]) * PAGE_BYTES;
        } catch (IOException | RuntimeException e) {
            return Double.NaN;
        }
    }
}
