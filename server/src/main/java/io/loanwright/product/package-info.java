/**
 * What the lender offers: loan products, and the calculator that shows what they cost.
 *
 * <p>A product holds terms, limits, the approval policy and the accounts that its money is posted
 * to. Changing a product makes a new version; a loan keeps the version that it was made from. The
 * calculator is open to the public and reads the same fields, so both mean the same.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "engine",
      "identity",
      "identity :: spi",
      "ledger",
      "ledger :: spi",
      "organization",
      "web"
    })
@NullMarked
package io.loanwright.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
