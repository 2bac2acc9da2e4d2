/** What another module tells the trail, without the trail knowing it. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.audit.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
