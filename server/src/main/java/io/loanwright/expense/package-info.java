/**
 * What the lender spends to do its work.
 *
 * <p>One person writes an expense down, another one approves or rejects it, and then it is paid out
 * of an expense wallet or a till: the account of its category is debited, the wallet credited. A
 * payment that should not have been is taken back by another entry; nothing is edited.
 *
 * <p>Bills and receipts are kept with an expense as files of {@code document}. Whoever wrote it
 * down adds and removes them until somebody else decides; from then on they stay.
 *
 * <p>Owns the expenses and their categories, and proves that what is paid is in the journal.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "audit :: proof",
      "document",
      "engine",
      "ledger",
      "ledger :: spi",
      "organization",
      "web"
    })
@NullMarked
package io.loanwright.expense;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
