/** Settings, branches, the business date and jobs over HTTP. */
@NullMarked
package io.loanwright.organization.web;

import org.jspecify.annotations.NullMarked;
