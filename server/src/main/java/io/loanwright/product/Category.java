package io.loanwright.product;

/** Whom a product is for. */
public enum Category {
  /** People, for themselves. */
  PERSONAL,
  /** Firms, and people for their trade. */
  BUSINESS
}
