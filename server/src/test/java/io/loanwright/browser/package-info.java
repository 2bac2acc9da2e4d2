/** What people see: the web page and the whole application, through a real browser. */
@NullMarked
package io.loanwright.browser;

import org.jspecify.annotations.NullMarked;
