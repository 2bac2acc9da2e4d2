package io.loanwright.integration;

import io.loanwright.integration.row.Figure;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A figure added up twice: over the file, and over what the books have for its rows.
 *
 * @param file the sum over all rows that could be read, refused ones too, every decimal kept
 * @param books the sum over the records that stand for the rows
 * @param difference file less books; zero if everything arrived
 */
public record ControlTotal(
    Figure figure,
    @Schema(example = "USD") String currency,
    @Schema(example = "80870050.00") String file,
    @Schema(example = "80870050.00") String books,
    @Schema(example = "0.00") String difference) {}
