package io.loanwright.ledger.web;

import io.loanwright.ledger.CashFlow;
import io.loanwright.ledger.CashFlowKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement of cash flows as the API writes it; amounts are in its currency. */
@Schema(name = "CashFlow")
record CashFlowResponse(
    LocalDate from,
    LocalDate to,
    String currency,
    @Nullable UUID branchId,
    @Schema(description = "All money at hand before the first day") String opening,
    @Schema(description = "All money at hand after the last day") String closing,
    @Schema(description = "What the flows add up to") String change,
    @Schema(description = "Closing less opening less change: nothing, or the books are broken")
        String difference,
    List<Section> sections,
    List<HeldResponse> accounts) {

  private static final List<CashFlowKind> KINDS =
      List.of(CashFlowKind.OPERATING, CashFlowKind.INVESTING, CashFlowKind.FINANCING);

  /** Flows of a kind, and what they add up to. */
  @Schema(name = "CashFlowSection")
  record Section(CashFlowKind kind, String net, List<Flow> flows) {}

  /** Why money came and went: an account on the other side of it. */
  @Schema(name = "CashFlowLine")
  record Flow(
      String code,
      String name,
      @Schema(description = "What came in, less what of that was taken back") String received,
      @Schema(description = "What went out, less what of that was taken back") String paid,
      String net) {}

  /** An account of money at hand. */
  @Schema(name = "MoneyHeld")
  record HeldResponse(
      String code,
      String name,
      String opening,
      @Schema(description = "What came in, from other accounts of money too") String in,
      String out,
      String closing) {

    static HeldResponse of(CashFlow.Held held) {
      return new HeldResponse(
          held.code(),
          held.name(),
          held.opening().toDecimalString(),
          held.in().toDecimalString(),
          held.out().toDecimalString(),
          held.closing().toDecimalString());
    }
  }

  static CashFlowResponse of(CashFlow flow) {
    return new CashFlowResponse(
        flow.span().from(),
        flow.span().to(),
        flow.span().currency().code(),
        flow.branchId(),
        flow.opening().toDecimalString(),
        flow.closing().toDecimalString(),
        flow.change().toDecimalString(),
        flow.difference().toDecimalString(),
        KINDS.stream().map(kind -> section(flow, kind)).toList(),
        flow.held().stream().map(HeldResponse::of).toList());
  }

  private static Section section(CashFlow flow, CashFlowKind kind) {
    Stream<Flow> flows =
        flow.of(kind).stream()
            .map(each ->
                new Flow(
                    each.code(),
                    each.name(),
                    each.received().toDecimalString(),
                    each.paid().toDecimalString(),
                    each.net().toDecimalString()));
    return new Section(kind, flow.net(kind).toDecimalString(), flows.toList());
  }
}
