/**
 * Proves the books: every module derives once more what it keeps, and all of them look at one
 * moment.
 *
 * <p>It reads only, so it can run while people work.
 */
@ApplicationModule(allowedDependencies = {"ledger"})
@NullMarked
package io.loanwright.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
