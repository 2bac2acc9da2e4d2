/** Documents over HTTP. */
@NullMarked
package io.loanwright.document.web;

import org.jspecify.annotations.NullMarked;
