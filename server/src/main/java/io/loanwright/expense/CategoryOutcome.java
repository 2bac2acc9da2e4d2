package io.loanwright.expense;

/** What came of adding or changing a category. */
public sealed interface CategoryOutcome {

  /** The category is as it is given here. */
  record Kept(ExpenseCategory category) implements CategoryOutcome {}

  /** There is no such category. */
  record Unknown() implements CategoryOutcome {}

  /** Another category has the name. */
  record NameTaken(String name) implements CategoryOutcome {}

  /** There is no account of expenses in use with the code. */
  record AccountUnusable(String code) implements CategoryOutcome {}

  /** It was changed since it was read. */
  record ChangedMeanwhile() implements CategoryOutcome {}
}
