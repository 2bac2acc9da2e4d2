/** What a module shows to whoever audits it: that its records follow, and that they stay. */
@NamedInterface("proof")
@NullMarked
package io.loanwright.audit.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
