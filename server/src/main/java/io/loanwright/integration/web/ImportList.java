package io.loanwright.integration.web;

import io.loanwright.integration.mapping.ImportMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of imports, newest first.
 *
 * @param lastMapping the mapping of the newest import, to start the next one from
 */
record ImportList(
    List<ImportResponse> items, @Nullable String next, @Nullable ImportMapping lastMapping) {}
