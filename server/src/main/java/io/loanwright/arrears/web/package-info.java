/** Classes of arrears and closed days over HTTP. */
@NullMarked
package io.loanwright.arrears.web;

import org.jspecify.annotations.NullMarked;
