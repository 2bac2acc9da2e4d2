package io.loanwright.ledger;

/**
 * A command as a client sent it, by which a repeat is told from another command.
 *
 * @param route method and path, such as {@code POST /api/loans/0192…/disburse}
 * @param body the request
 */
public record Command(String route, Object body) {}
