package io.loanwright.testing;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * Every direct sub-package is a module; all of {@code engine} is its interface.
 *
 * <p>The engine is a library that knows nothing of Spring, so it cannot carry Modulith's
 * annotations; this says for it what {@code @ApplicationModule(type = OPEN)} would.
 */
public final class OpenEngineDetection implements ApplicationModuleDetectionStrategy {

  @Override
  public Stream<JavaPackage> getModuleBasePackages(JavaPackage rootPackage) {
    return ApplicationModuleDetectionStrategy.directSubPackage().getModuleBasePackages(rootPackage);
  }

  @Override
  public NamedInterfaces detectNamedInterfaces(
      JavaPackage basePackage, ApplicationModuleInformation information) {
    return basePackage.getName().equals("io.loanwright.engine")
        ? NamedInterfaces.forOpen(basePackage)
        : NamedInterfaces.of(basePackage, information);
  }
}
