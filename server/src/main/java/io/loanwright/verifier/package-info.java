/**
 * Proves the books: every module derives once more what it keeps, and all of them look at one
 * moment.
 *
 * <p>It reads only, so it can run while people work: by the command {@code ./loanwright verify},
 * every night, and when somebody asks for it.
 */
@ApplicationModule(
    allowedDependencies = {"access", "audit", "audit :: proof", "organization", "web"})
@NullMarked
package io.loanwright.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
