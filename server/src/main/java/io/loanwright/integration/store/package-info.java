/** The SQL of imports. */
@NullMarked
package io.loanwright.integration.store;

import org.jspecify.annotations.NullMarked;
