package io.loanwright.integration.row;

import io.loanwright.borrower.Particulars;
import io.loanwright.integration.mapping.LoanMapping.BorrowerFields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads who borrows. */
final class BorrowerColumns {

  private BorrowerColumns() {}

  /** Returns the borrower of a row; null, and notes, where something is wrong with it. */
  static @Nullable Particulars read(RowReader reader, BorrowerFields fields) {
    String name = reader.neededText(fields.name(), Particulars.NAME_MAX);
    String phone = reader.text(fields.phone(), Particulars.PHONE_MAX);
    String email = reader.text(fields.email(), Particulars.EMAIL_MAX);
    String address = reader.text(fields.address(), Particulars.ADDRESS_MAX);
    LocalDate born = reader.date(fields.dateOfBirth());
    if (fields.phone() != null
        && phone != null
        && phone.chars().noneMatch(sign -> sign >= '0' && sign <= '9')) {
      reader.note(fields.phone(), "a phone number with digits", "Correct or remove the number.");
      return null;
    }
    if (name == null) {
      return null;
    }
    return new Particulars(
        Boolean.TRUE.equals(fields.organization())
            ? Particulars.Kind.ORGANIZATION
            : Particulars.Kind.PERSON,
        name,
        phone,
        email,
        born,
        address,
        null);
  }
}
