package io.loanwright.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the chart.
 *
 * @param code what entries and account maps name it by, 1 to 20 letters, digits, dots and dashes
 * @param currency the only currency that it takes; absent: any
 * @param header whether it is a heading, which takes no lines
 * @param active whether it is offered where an account is chosen
 * @param cashFlow what it is in the statement of cash flows
 * @param version counts its changes, from 1
 */
public record Account(
    UUID id,
    String code,
    String name,
    AccountType type,
    @Nullable String currency,
    boolean header,
    boolean active,
    CashFlowKind cashFlow,
    long version) {}
