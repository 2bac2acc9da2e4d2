/**
 * Many rows on their way into a table, by PostgreSQL's COPY.
 *
 * <p>For work that adds thousands of rows at a time. Triggers and constraints see them as they see
 * rows of any other statement. Each module copies into its own tables only.
 *
 * <p>Shared by every module; knows none of them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.loanwright.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
