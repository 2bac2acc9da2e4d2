/**
 * What the columns of somebody else's file mean: data that a user writes, never code per lender.
 */
@NullMarked
package io.loanwright.integration.mapping;

import org.jspecify.annotations.NullMarked;
