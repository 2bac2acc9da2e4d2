/** Products and the calculator over HTTP. */
@NullMarked
package io.loanwright.product.web;

import org.jspecify.annotations.NullMarked;
