package io.loanwright.engine;

/**
 * Why terms or an event were not accepted.
 *
 * @param rule the rule that was broken
 * @param field the part of the input that broke it, such as {@code repayment.calendar.repayments}
 * @param message one sentence in plain words, for the person who gave the input
 */
public record Refusal(Rule rule, String field, String message) {}
