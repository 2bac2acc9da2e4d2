/**
 * Who is asking, what for, and how far that reaches: the words of authorization that every module
 * shares.
 *
 * <p>A {@link io.loanwright.access.Permission} names an act, a {@link io.loanwright.access.Scope}
 * says on whose records; a role is a map from one to the other and belongs to {@code identity}. A
 * controller method says what it needs by {@link io.loanwright.access.Permitted} or that it is
 * public by {@link io.loanwright.access.OpenToAll}; a method that says neither is refused to
 * everybody. Which rows a {@link io.loanwright.access.Caller} sees is decided in one place, {@link
 * io.loanwright.access.Reach}; what is out of reach does not exist for the caller (404).
 *
 * <p>This package knows no table, and of other modules only what money is.
 */
@ApplicationModule(displayName = "access", allowedDependencies = "engine")
@NullMarked
package io.loanwright.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
