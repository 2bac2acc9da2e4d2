/** What a loan is: terms and events in, schedules and balances out. */
@NullMarked
package io.loanwright.engine;

import org.jspecify.annotations.NullMarked;
