package io.loanwright.integration;

import java.util.List;

/** Files of an import that were received and fit its mapping. */
public final class Received {

  private final ImportFiles files;

  Received(ImportFiles files) {
    this.files = files;
  }

  ImportFiles files() {
    return files;
  }

  ImportRecord.Files described() {
    List<Upload> all = files.all().toList();
    return new ImportRecord.Files(
        all.getFirst().name(),
        all.size() > 1 ? all.getLast().name() : null,
        files.loans() == null ? List.of() : files.loans().columns().names(),
        files.payments() == null ? List.of() : files.payments().columns().names());
  }
}
