/** The table of backups. */
@NullMarked
package io.loanwright.backup.store;

import org.jspecify.annotations.NullMarked;
