/** The outbox over HTTP. */
@NullMarked
package io.loanwright.mail.web;

import org.jspecify.annotations.NullMarked;
