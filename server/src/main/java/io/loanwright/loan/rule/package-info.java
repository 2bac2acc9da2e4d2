/** The rules of loans, pure: each refusal in the requirements is found here by name. */
@NullMarked
package io.loanwright.loan.rule;

import org.jspecify.annotations.NullMarked;
