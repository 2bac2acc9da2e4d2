package io.loanwright;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Draws which module uses which, as a Mermaid chart. */
final class ModulePicture {

  /** What every module uses, and arrows to which would hide the others. */
  private static final Set<String> EVERYWHERE =
      Set.of("access", "copy", "database", "engine", "postgres", "together", "web");

  private ModulePicture() {}

  /**
   * Returns the chart. A module that is reached through another one that is used gets no arrow of
   * its own.
   */
  static String of(ApplicationModules modules) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (ApplicationModule module : modules) {
      uses.put(module.getIdentifier().toString(), used(module, modules));
    }
    uses.keySet().removeAll(EVERYWHERE);
    StringBuilder chart = new StringBuilder("flowchart TD\n");
    uses.forEach((module, used) -> {
      if (used.isEmpty()) {
        chart.append("  %s%n".formatted(module));
      }
      used.stream()
          .filter(target -> used.stream().noneMatch(other -> reaches(other, target, uses)))
          .forEach(target -> chart.append("  %s --> %s%n".formatted(module, target)));
    });
    return chart.toString();
  }

  private static Set<String> used(ApplicationModule module, ApplicationModules modules) {
    return module
        .getDirectDependencies(modules)
        .uniqueModules()
        .map(used -> used.getIdentifier().toString())
        .filter(used -> !EVERYWHERE.contains(used))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
    return uses.getOrDefault(from, Set.of()).stream()
        .anyMatch(next -> next.equals(to) || reaches(next, to, uses));
  }
}
