package io.loanwright.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An act that a role may allow. People and screens know it as its {@link #text}, like {@code
 * borrower.view}.
 */
public enum Permission {
  /** See users and their roles. */
  USER_VIEW,
  /** Invite staff, change and disable users. */
  USER_INVITE,
  /** See roles and what they allow. */
  ROLE_VIEW,
  /** Change what roles allow. */
  ROLE_EDIT,
  /** Change the organization's settings and branches. */
  SETTINGS_EDIT,
  /** See the branches. */
  BRANCH_VIEW,
  /** See loan products. */
  PRODUCT_VIEW,
  /** Make and change loan products. */
  PRODUCT_EDIT,
  /** See borrowers and their history. */
  BORROWER_VIEW,
  /** See how a borrower is reached, when it was born and what it earns. */
  BORROWER_PII_UNMASKED,
  /** Register a borrower. */
  BORROWER_CREATE,
  /** Change a borrower's particulars. */
  BORROWER_EDIT,
  /** Take away all that is kept about a borrower, to hand it to him. */
  BORROWER_EXPORT,
  /** Erase what says who a borrower was. */
  BORROWER_ERASE,
  /** Declare of other people whose relatives they are, and end what was declared. */
  RELATIVE_KEEP,
  /** See the documents of a borrower. */
  DOCUMENT_VIEW,
  /** Add a document to a borrower. */
  DOCUMENT_UPLOAD,
  /** Say whether a document that somebody else added is what it seems to be. */
  DOCUMENT_VERIFY,
  /** Apply for a loan, in one's own name or a borrower's. */
  APPLICATION_CREATE,
  /** Take an application back. */
  APPLICATION_WITHDRAW,
  /** See loans, schedules and events. */
  LOAN_VIEW,
  /** Decide a step of an application's approval. */
  LOAN_APPROVE,
  /** Pay an approved loan out. */
  LOAN_DISBURSE,
  /** Give up an approved loan that nobody fetches. */
  LOAN_CANCEL,
  /** Ask for more money to be paid out on a running loan. */
  LOAN_ASK_TOP_UP,
  /** Pay out on a running loan what somebody else asked for. */
  LOAN_TOP_UP,
  /** Mark a loan as in default, and take the mark away. */
  LOAN_DEFAULT,
  /** Set flags of a loan, and lift them. */
  LOAN_FLAG,
  /** Give up what a running loan owes. */
  LOAN_WRITE_OFF,
  /** Take back a charge, a waiver, other terms, a top-up or a write-off. */
  LOAN_TAKE_BACK,
  /** Lay a fee or a penalty on a running loan. */
  CHARGE_ADD,
  /** Give up what is unpaid of a charge or a penalty. */
  CHARGE_WAIVE,
  /** Give up interest that a running loan owes. */
  INTEREST_WAIVE,
  /** Ask for another rate, more time or a holiday for a running loan. */
  SCHEDULE_ASK_RESTRUCTURE,
  /** Agree other terms of a running loan that somebody else asked for. */
  SCHEDULE_RESTRUCTURE,
  /** See payments. */
  PAYMENT_VIEW,
  /** Ask how a payment would be split. */
  PAYMENT_PREVIEW,
  /** Take a payment. */
  PAYMENT_RECORD,
  /** Take more money at once than the organization's cash limit. */
  PAYMENT_LARGE,
  /** Take a payment with a value date before the business date. */
  PAYMENT_BACKDATE,
  /** Reverse a payment. */
  PAYMENT_REVERSE,
  /** Print a receipt. */
  RECEIPT_PRINT,
  /** See the work on arrears: who is behind, contacts and promises. */
  COLLECTION_QUEUE,
  /** Log contacts with borrowers, take promises and plan what is next. */
  COLLECTION_PROMISE,
  /** Hand work on arrears to somebody else. */
  COLLECTION_ASSIGN,
  /** See the wallets of borrowers. */
  WALLET_VIEW,
  /** Move money into wallets of borrowers, and out of them. */
  WALLET_TRANSFER,
  /** See the lender's own wallets: loan funds, expense wallets and tills. */
  FUND_VIEW,
  /** Open the lender's own wallets and move money between them. */
  FUND_TRANSFER,
  /** See expenses. */
  EXPENSE_VIEW,
  /** Write expenses down and pay them. */
  EXPENSE_RECORD,
  /** Approve or reject expenses that somebody else wrote down. */
  EXPENSE_APPROVE,
  /** See the general ledger. */
  LEDGER_VIEW,
  /** Draft entries of the books by hand. */
  LEDGER_DRAFT,
  /** Post or reject entries that somebody else drafted by hand. */
  LEDGER_APPROVE,
  /** Close months of the books, and open them again. */
  LEDGER_CLOSE,
  /** Close the business date. */
  DAY_CLOSE,
  /** See and cancel jobs. */
  JOB_VIEW,
  /** See the portfolio's figures. */
  DASHBOARD_VIEW,
  /** Run reports and exports. */
  REPORT_RUN,
  /** Read the audit trail. */
  AUDIT_VIEW,
  /** Read the part of the audit trail that is about the books. */
  AUDIT_BOOKS,
  /** Move old rows of the audit trail into files. */
  AUDIT_ARCHIVE,
  /** Import portfolios. */
  IMPORT_RUN;

  /** Between what it is about and what is done; later ones belong to the words. */
  private static final Pattern FIRST_UNDERSCORE = Pattern.compile("_");

  private static final Map<String, Permission> BY_TEXT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Permission::text, Function.identity()));

  /**
   * Returns the name that people read and that screens and the database use: {@code borrower.view}.
   */
  public String text() {
    return FIRST_UNDERSCORE.matcher(name().toLowerCase(Locale.ROOT)).replaceFirst(".");
  }

  /** Returns the permission of a {@link #text}, if there is one. */
  public static Optional<Permission> ofText(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }
}
