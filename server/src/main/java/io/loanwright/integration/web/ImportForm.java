package io.loanwright.integration.web;

import io.loanwright.integration.mapping.ImportMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an upload, for the description of the API.
 *
 * @param file the file of loans; of payments where the mapping has no loans
 * @param payments the file of payments, where the mapping has both loans and payments
 * @param mapping what the columns mean, as JSON
 * @param dryRun whether everything is taken back in the end
 */
record ImportForm(
    @Schema(type = "string", format = "binary", description = "CSV of loans, or of payments alone")
        Object file,
    @Nullable
        @Schema(
            type = "string",
            format = "binary",
            description = "CSV of payments, where the mapping has both loans and payments")
        Object payments,
    ImportMapping mapping,
    @Nullable @Schema(description = "Do everything and take it back") Boolean dryRun) {}
