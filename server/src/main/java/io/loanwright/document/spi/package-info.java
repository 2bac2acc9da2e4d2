/** What other modules tell about the owners of documents, without this one knowing them. */
@NamedInterface("spi")
@NullMarked
package io.loanwright.document.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
