/** Reminders over HTTP. */
@NullMarked
package io.loanwright.notification.web;

import org.jspecify.annotations.NullMarked;
