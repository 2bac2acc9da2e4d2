/** What other modules tell about what they keep of a borrower, without this one knowing them. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.borrower.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
