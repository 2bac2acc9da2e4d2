package io.loanwright.web;

/** What a rate or a percentage of a request looks like: nothing to what the engine takes. */
public final class Percent {

  /** From 0 to 10000 with at most 12 decimals. */
  public static final String PATTERN = "(10000([.]0{1,12})?|[0-9]{1,4}([.][0-9]{1,12})?)";

  /** What to write instead. */
  public static final String EXPECTED =
      "must be a percentage such as 7.5, from 0 to 10000 with at most 12 decimals";

  private Percent() {}
}
