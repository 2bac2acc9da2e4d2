package io.loanwright.document.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the key of documents comes about. */
class MasterKeysTest {

  @Test
  void ofManyWhoStartAtOnceAllHaveTheSameKey(@TempDir Path data) throws Exception {
    Set<String> names = new HashSet<>();
    Callable<String> start = () -> new MasterKeys(data, "", "").currentId();
    try (ExecutorService all = Executors.newFixedThreadPool(8)) {
      for (Future<String> name : all.invokeAll(Collections.nCopies(32, start))) {
        names.add(name.get());
      }
    }

    assertThat(names).hasSize(1);
    assertThat(names(data.resolve("keys"))).containsExactly("document-key");
    assertThat(new MasterKeys(data, "", "").currentId()).isIn(names);
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
