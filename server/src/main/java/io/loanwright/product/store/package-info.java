/** The SQL of products. */
@NullMarked
package io.loanwright.product.store;

import org.jspecify.annotations.NullMarked;
