package io.loanwright.reporting.web;

import io.loanwright.reporting.Tile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure of a dashboard as the API writes it. */
@Schema(name = "DashboardTile")
record TileResponse(
    @Schema(description = "What is counted or added up; docs/using/dashboards.md says how")
        Tile.Of of,
    @Schema(description = "MONEY is in the currency of the dashboard") Tile.Unit unit,
    @Schema(example = "1250.00") String value,
    @Schema(description = "The same of the day before the business date, where it is known")
        @Nullable String yesterday,
    @Schema(description = "The same of seven days before the business date, where it is known")
        @Nullable String lastWeek,
    @Schema(description = "What it should come to, where something says so")
        @Nullable String target) {

  static List<TileResponse> of(List<Tile> tiles) {
    return tiles.stream().map(TileResponse::of).toList();
  }

  private static TileResponse of(Tile tile) {
    return new TileResponse(
        tile.of(),
        tile.of().unit(),
        tile.now().toPlainString(),
        text(tile.yesterday()),
        text(tile.lastWeek()),
        text(tile.target()));
  }

  private static @Nullable String text(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.toPlainString();
  }
}
