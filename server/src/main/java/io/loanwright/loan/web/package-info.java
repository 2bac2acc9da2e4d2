/**
 * Applications and loans over HTTP.
 *
 * <p>Other modules that command loans tell their refusals as this one does: {@link
 * io.loanwright.loan.web.RefusalProblems}.
 */
@NamedInterface("web")
@NullMarked
package io.loanwright.loan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
