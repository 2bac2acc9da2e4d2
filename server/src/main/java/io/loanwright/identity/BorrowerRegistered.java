package io.loanwright.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody made an account as a borrower; published in the transaction that made it.
 *
 * <p>The listener makes the borrower and calls {@link Users#linkBorrower}.
 */
public record BorrowerRegistered(UUID userId, String name, String email, @Nullable String phone) {}
