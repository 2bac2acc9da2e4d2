package io.loanwright.identity.spi;

import io.loanwright.access.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever knows the borrowers, and which of them have an account. */
public interface BorrowerAccounts {

  /**
   * A borrower whom somebody wants to invite.
   *
   * @param email where the invitation goes; null where no address is known
   * @param hasAccount whether somebody is this borrower already
   * @param isOpen whether he may come to an account: not where he was blocked or erased
   */
  record Invitee(
      UUID id, @Nullable String email, UUID branchId, boolean hasAccount, boolean isOpen) {}

  /**
   * Returns a borrower whom the caller may change and whose address he sees; nobody changes him
   * until the transaction ends.
   */
  Optional<Invitee> hold(Caller caller, UUID borrowerId);

  /** Returns the same of a borrower whom somebody else may change meanwhile. */
  Optional<Invitee> find(Caller caller, UUID borrowerId);

  /**
   * Returns the name of a borrower whom {@link #link} would give an account.
   *
   * @param email where he was invited
   */
  Optional<String> name(UUID borrowerId, String email);

  /**
   * Makes an account a borrower's, in the caller's transaction.
   *
   * @param email where he was invited
   * @return false if he has one by now, was blocked or erased, or another address is known of him
   */
  boolean link(UUID borrowerId, String email, UUID userId);

  /**
   * Returns the accounts of borrowers who have a phone number, however it is written, with the
   * calling code of its country or without; of many, two. Whoever's number has the digits that were
   * typed goes before who has them in another form.
   *
   * @param number as somebody typed it
   */
  List<UUID> byPhone(String number);
}
