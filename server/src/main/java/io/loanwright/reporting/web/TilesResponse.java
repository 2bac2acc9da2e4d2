package io.loanwright.reporting.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** Figures of the business date. */
@Schema(name = "DashboardTiles")
record TilesResponse(
    @Schema(description = "The business date") LocalDate asOf,
    String currency,
    List<TileResponse> tiles) {}
