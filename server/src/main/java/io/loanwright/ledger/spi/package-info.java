/** What other modules tell the books, without the books knowing them. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.ledger.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
