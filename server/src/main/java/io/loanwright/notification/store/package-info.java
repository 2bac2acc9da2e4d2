/** The SQL of the module. */
@NullMarked
package io.loanwright.notification.store;

import org.jspecify.annotations.NullMarked;
