package io.loanwright.integration;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an import; at least one is there.
 *
 * @param loans the file of loans
 * @param payments the file of payments
 */
record ImportFiles(@Nullable Upload loans, @Nullable Upload payments) {

  Stream<Upload> all() {
    return Stream.of(loans, payments).flatMap(Stream::ofNullable);
  }

  long rows() {
    return all().mapToLong(Upload::rows).sum();
  }

  void delete() {
    all().forEach(Upload::delete);
  }
}
