/** The reports over HTTP. */
@NullMarked
package io.loanwright.reporting.web;

import org.jspecify.annotations.NullMarked;
