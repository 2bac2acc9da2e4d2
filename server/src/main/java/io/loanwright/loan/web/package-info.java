/** Applications and loans over HTTP. */
@NullMarked
package io.loanwright.loan.web;

import org.jspecify.annotations.NullMarked;
