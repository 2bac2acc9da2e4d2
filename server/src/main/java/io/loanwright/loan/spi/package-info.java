/** What another module tells about loans, without this one knowing it. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.loan.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
