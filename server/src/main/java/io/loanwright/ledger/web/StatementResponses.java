package io.loanwright.ledger.web;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.BalanceSheet;
import io.loanwright.ledger.IncomeStatement;
import io.loanwright.ledger.Statement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of the books as the API writes them. */
final class StatementResponses {

  private StatementResponses() {}

  /** An amount beside that of the other time; positive on the side on which its kind grows. */
  @Schema(name = "StatementFigures")
  record FiguresResponse(String amount, @Nullable String compared) {

    static FiguresResponse of(Statement.Figures figures) {
      Money compared = figures.compared();
      return new FiguresResponse(
          figures.amount().toDecimalString(), compared == null ? null : compared.toDecimalString());
    }
  }

  /** An account. */
  @Schema(name = "StatementLine")
  record LineResponse(String code, String name, String amount, @Nullable String compared) {

    static LineResponse of(Statement.Line line) {
      FiguresResponse figures = FiguresResponse.of(line.figures());
      return new LineResponse(line.code(), line.name(), figures.amount(), figures.compared());
    }
  }

  /** The accounts of a kind that have an amount, and their sum. */
  @Schema(name = "StatementSection")
  record SectionResponse(AccountType type, List<LineResponse> lines, FiguresResponse total) {

    static SectionResponse of(Statement.Section section) {
      return new SectionResponse(
          section.type(),
          section.lines().stream().map(LineResponse::of).toList(),
          FiguresResponse.of(section.total()));
    }
  }

  /**
   * What was earned and spent in some days.
   *
   * @param result the profit; negative for a loss
   */
  @Schema(name = "IncomeStatement")
  record IncomeResponse(
      String currency,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate comparedFrom,
      @Nullable LocalDate comparedTo,
      SectionResponse income,
      SectionResponse expenses,
      FiguresResponse result) {

    static IncomeResponse of(IncomeStatement statement) {
      var compared = statement.compared();
      return new IncomeResponse(
          statement.span().currency().code(),
          statement.span().from(),
          statement.span().to(),
          compared == null ? null : compared.from(),
          compared == null ? null : compared.to(),
          SectionResponse.of(statement.income()),
          SectionResponse.of(statement.expenses()),
          FiguresResponse.of(statement.result()));
    }
  }

  /**
   * What the lender has, and whose it is.
   *
   * @param result income less expenses of all days up to then, part of the equity
   * @param liabilitiesAndEquity the sum of both, with the result
   * @param difference assets less that: nothing, or the books are broken
   */
  @Schema(name = "BalanceSheet")
  record SheetResponse(
      String currency,
      LocalDate on,
      @Nullable LocalDate comparedOn,
      SectionResponse assets,
      SectionResponse liabilities,
      SectionResponse equity,
      FiguresResponse result,
      FiguresResponse liabilitiesAndEquity,
      FiguresResponse difference) {

    static SheetResponse of(BalanceSheet sheet) {
      return new SheetResponse(
          sheet.currency().code(),
          sheet.on(),
          sheet.compared(),
          SectionResponse.of(sheet.assets()),
          SectionResponse.of(sheet.liabilities()),
          SectionResponse.of(sheet.equity()),
          FiguresResponse.of(sheet.result()),
          FiguresResponse.of(sheet.liabilitiesAndEquity()),
          FiguresResponse.of(sheet.difference()));
    }
  }
}
