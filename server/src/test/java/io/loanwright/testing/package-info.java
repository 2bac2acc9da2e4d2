/**
 * What tests stand on: a real PostgreSQL, a copy of a migrated database for each class, and a
 * client that speaks HTTP with the whole application.
 */
@NullMarked
package io.loanwright.testing;

import org.jspecify.annotations.NullMarked;
