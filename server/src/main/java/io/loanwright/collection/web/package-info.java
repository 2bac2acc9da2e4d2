/** The work on arrears over HTTP. */
@NullMarked
package io.loanwright.collection.web;

import org.jspecify.annotations.NullMarked;
