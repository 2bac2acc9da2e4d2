package io.loanwright.access;

import io.loanwright.engine.money.Money;

/**
 * The most that a role decides about.
 *
 * @param permission what it does
 * @param most up to which amount; more is somebody else's to do
 */
public record AmountLimit(Permission permission, Money most) {}
