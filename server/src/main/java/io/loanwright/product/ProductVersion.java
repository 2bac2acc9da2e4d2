package io.loanwright.product;

import java.util.UUID;

/**
 * A product as it was at one time.
 *
 * @param active whether loans are made from it now
 * @param version counts the changes, from 1
 */
public record ProductVersion(
    UUID id, String name, boolean active, int version, ProductDefinition definition) {}
