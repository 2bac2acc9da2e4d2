package io.loanwright.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users are asked for; null does not narrow.
 *
 * @param search a part of the name, e-mail address or username
 * @param staff whether only those who work for the lender, or only those who borrow
 */
public record UserFilter(
    @Nullable String search,
    @Nullable String role,
    @Nullable UUID branchId,
    UserAccount.@Nullable Status status,
    @Nullable Boolean staff) {}
