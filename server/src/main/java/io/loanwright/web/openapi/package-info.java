/**
 * Makes the description of the API, {@code /api/openapi.json}, true: which fields are always there,
 * how refusals look, and who may call what. It reads the code; nobody writes these by hand.
 */
@NullMarked
package io.loanwright.web.openapi;

import org.jspecify.annotations.NullMarked;
