/** What holds for every route of the API: its description, who may call it, what it refuses. */
@NullMarked
package io.loanwright.api;

import org.jspecify.annotations.NullMarked;
