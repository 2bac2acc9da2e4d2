package io.loanwright.organization;

import java.util.UUID;

/**
 * A branch of the organization, to which staff and borrowers belong.
 *
 * @param code short and unique, like {@code MAIN}
 * @param active whether new staff and borrowers may be put into it
 * @param version counts the changes
 */
public record Branch(UUID id, String code, String name, boolean active, long version) {}
