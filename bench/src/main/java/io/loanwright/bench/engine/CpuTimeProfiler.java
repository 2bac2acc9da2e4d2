package io.loanwright.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Counts operations for each second of processor time, of all threads of the process.
 *
 * <p>That is what one core does, whoever else uses the machine meanwhile; garbage collection and
 * compilation are included.
 */
public final class CpuTimeProfiler implements InternalProfiler {

  /** The name of the result. */
  static final String OPERATIONS = "cpu.operations";

  private static final double NANOS_IN_SECOND = 1e9;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long startNanos;

  @Override
  public String getDescription() {
    return "operations for each second of processor time";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    startNanos = system.getProcessCpuTime();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (system.getProcessCpuTime() - startNanos) / NANOS_IN_SECOND;
    double operations = result.getMetadata().getAllOps();
    return List.of(
        new ScalarResult(OPERATIONS, operations / seconds, "ops/s", AggregationPolicy.AVG));
  }
}
