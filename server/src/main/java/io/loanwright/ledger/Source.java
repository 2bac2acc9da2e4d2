package io.loanwright.ledger;

import java.util.UUID;

/**
 * What made an entry: the thing that one comes to when following a figure down.
 *
 * @param type the kind of thing, such as {@code loan} or {@code wallet}
 * @param id the thing
 */
public record Source(String type, UUID id) {}
