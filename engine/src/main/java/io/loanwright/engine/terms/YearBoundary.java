package io.loanwright.engine.terms;

/** To which year the night from 31 December to 1 January belongs, where years are counted apart. */
public enum YearBoundary {
  /** To the new year: the old one ends with 31 December counted. */
  DECEMBER_31,
  /** To the old year: the new one starts with 1 January not counted. */
  JANUARY_1
}
