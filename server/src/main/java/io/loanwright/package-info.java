/**
 * The Loanwright application: each direct sub-package is one module.
 *
 * <p>Business modules are listed in {@code docs/architecture.md}. Two packages are the technical
 * edge: {@link io.loanwright.web} for what every controller shares, and {@link
 * io.loanwright.database} for connections, roles and migrations.
 */
@NullMarked
package io.loanwright;

import org.jspecify.annotations.NullMarked;
