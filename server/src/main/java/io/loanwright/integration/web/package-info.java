/** Imports over HTTP. */
@NullMarked
package io.loanwright.integration.web;

import org.jspecify.annotations.NullMarked;
