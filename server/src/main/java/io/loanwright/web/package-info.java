/**
 * What all controllers share: how errors look, how JSON is read, how lists are paged, and how the
 * web page is served.
 *
 * <p>Every refusal leaves as an RFC 9457 problem with a stable {@code code}. Whatever a client can
 * send ends in a status below 500; a 5xx means a fault of the program and is logged with an
 * incident number.
 *
 * <p>Shared by every module; knows nothing of any of them but who may call what.
 */
@ApplicationModule(allowedDependencies = {"access", "engine"})
@NullMarked
package io.loanwright.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
