/**
 * Days, months and years as loans count them.
 *
 * <p>Contracts count time in their own ways: a year of 360 days, months of 30, or the calendar as
 * it is; due dates keep to the day of the month where the month has it. These rules are the reason
 * why two lenders with one rate ask for different interest, so each has its name here.
 */
@NullMarked
package io.loanwright.engine.date;

import org.jspecify.annotations.NullMarked;
