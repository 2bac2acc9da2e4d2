package io.loanwright.bench.engine;

import java.io.PrintStream;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the engine and prints a line {@code name: value} for each figure. */
public final class EngineBench {

  /** JMH still uses what the JDK warns about. */
  private static final String UNSAFE_ALLOWED = "--sun-misc-unsafe-memory-access=allow";

  private static final String BYTES = "gc.alloc.rate.norm";
  private static final int WARM_UPS = 5;
  private static final int MEASUREMENTS = 5;
  private static final int SECONDS = 2;

  private EngineBench() {}

  /**
   * Runs the benchmarks, on one thread of one process.
   *
   * @param arguments none
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] arguments) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(EngineBenchmark.class.getName())
            .forks(1)
            .jvmArgs("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", UNSAFE_ALLOWED)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.seconds(SECONDS))
            .measurementIterations(MEASUREMENTS)
            .measurementTime(TimeValue.seconds(SECONDS))
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      print(result, System.out);
    }
  }

  private static void print(RunResult result, PrintStream out) {
    String name = name(result.getPrimaryResult().getLabel());
    out.printf(Locale.ROOT, "%s_per_second: %.0f%n", name, result.getPrimaryResult().getScore());
    result
        .getSecondaryResults()
        .forEach((label, figure) -> print(name, label, figure.getScore(), out));
  }

  private static void print(String name, String label, double score, PrintStream out) {
    if (label.endsWith(CpuTimeProfiler.OPERATIONS)) {
      out.printf(Locale.ROOT, "%s_per_core_second: %.0f%n", name, score);
    } else if (label.endsWith(BYTES)) {
      out.printf(Locale.ROOT, "%s_bytes: %.0f%n", name, score);
    }
  }

  private static String name(String label) {
    return label.replaceAll("([0-9]+)", "_$1");
  }
}
