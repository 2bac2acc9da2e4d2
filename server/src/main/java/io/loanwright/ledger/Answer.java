package io.loanwright.ledger;

/**
 * The answer to a command.
 *
 * @param status the HTTP status
 * @param body what is written as JSON
 * @param <T> the type of the body
 */
public record Answer<T>(int status, T body) {}
