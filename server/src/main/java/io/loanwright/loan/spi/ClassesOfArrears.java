package io.loanwright.loan.spi;

/** Which class of arrears running loans are in. */
public interface ClassesOfArrears {

  /**
   * A class, as it is named with a loan.
   *
   * @param code what programs call it
   * @param name what people call it
   * @param nonPerforming whether its loans count as not performing
   */
  record Named(String code, String name, boolean nonPerforming) {}

  /**
   * Returns the class of a running loan that is so many days past due, as the classes are now or
   * were a few seconds ago.
   */
  Named of(int daysPastDue);
}
