package io.loanwright.product.web;

import io.loanwright.product.web.ProductFields.StepFields;
import java.util.List;

/**
 * An approval policy to start from.
 *
 * @param name what to call it
 * @param description who does what
 * @param approvalSteps the steps, as a product states them
 * @param autoDisburse whether the last approval pays out at once
 */
record ApprovalPreset(
    String name, String description, List<StepFields> approvalSteps, boolean autoDisburse) {

  /** The policies of the requirement C02. */
  static final List<ApprovalPreset> ALL =
      List.of(
          new ApprovalPreset(
              "one-step",
              "An administrator or a manager approves; somebody pays out.",
              List.of(new StepFields(null, null)),
              false),
          new ApprovalPreset(
              "officer-pays-out",
              "A loan officer approves, and the money goes out at once.",
              List.of(new StepFields("LOAN_OFFICER", null)),
              true),
          new ApprovalPreset(
              "officer-then-manager",
              "A loan officer reviews, a manager approves; somebody pays out.",
              List.of(new StepFields("LOAN_OFFICER", null), new StepFields("MANAGER", null)),
              false),
          new ApprovalPreset(
              "administrator",
              "An administrator approves.",
              List.of(new StepFields("ADMIN", null)),
              false),
          new ApprovalPreset(
              "nobody", "For a lender of one person: approved at once.", List.of(), false));
}
