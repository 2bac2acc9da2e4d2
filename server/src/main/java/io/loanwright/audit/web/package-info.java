/** The trail over HTTP, to read. */
@NullMarked
package io.loanwright.audit.web;

import org.jspecify.annotations.NullMarked;
