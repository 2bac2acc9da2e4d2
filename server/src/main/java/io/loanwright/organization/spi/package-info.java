/** What another module does with each close, without the organization knowing it. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.organization.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
