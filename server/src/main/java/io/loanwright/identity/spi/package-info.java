/** What other modules tell about the uses of roles, without this one knowing them. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
