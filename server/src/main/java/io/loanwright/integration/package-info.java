/**
 * What comes from and goes to other systems: so far, the import of portfolios.
 *
 * <p>An import reads a CSV file of loans, of payments, or both. What its columns mean is a mapping
 * that a user writes, so no lender's format is known to the code. Every row goes in as a whole
 * through the facades of the owners, as if a person had entered it, or is refused with reasons;
 * rows share transactions in batches. References of the other system are kept, so that an import
 * that was cut off is finished, and one that is repeated adds nothing, by importing the same files
 * again. Control totals compare what the files say with what the books say. A dry run does the same
 * work and takes it back.
 */
@ApplicationModule(
    displayName = "integration",
    allowedDependencies = {
      "access",
      "audit",
      "borrower",
      "borrower :: spi",
      "engine",
      "ledger",
      "loan",
      "organization",
      "payment",
      "product",
      "web"
    })
@NullMarked
package io.loanwright.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
