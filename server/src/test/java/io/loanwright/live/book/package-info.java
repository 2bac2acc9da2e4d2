/**
 * A book to measure on: borrowers, loans and payments of some years, as the program would have kept
 * them, written by COPY.
 */
@NullMarked
package io.loanwright.live.book;

import org.jspecify.annotations.NullMarked;
