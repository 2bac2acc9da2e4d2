package io.loanwright.integration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What columns usually mean, by their names. */
final class Guesses {

  /** The fields of a mapping that are dates. */
  static final List<String> DATES =
      List.of("terms.disbursedOn", "position.on", "borrower.dateOfBirth", "on");

  /** Names in lower case without signs, the likeliest first. */
  private static final Map<String, List<String>> LOANS = new LinkedHashMap<>();

  private static final Map<String, List<String>> PAYMENTS = new LinkedHashMap<>();

  static {
    LOANS.put("reference", List.of("loanid", "loannumber", "accountnumber", "id", "row"));
    LOANS.put(
        "borrower.reference",
        List.of("borrowerid", "customerid", "clientid", "memberid", "ownerclientid"));
    LOANS.put(
        "borrower.name", List.of("borrowername", "customername", "clientname", "fullname", "name"));
    LOANS.put("borrower.phone", List.of("phone", "phonenumber", "mobile", "telephone"));
    LOANS.put("borrower.email", List.of("email", "emailaddress"));
    LOANS.put("borrower.address", List.of("address", "state", "addrstate", "districtname", "city"));
    LOANS.put("borrower.dateOfBirth", List.of("dateofbirth", "dob", "birthdate", "born"));
    LOANS.put(
        "terms.amount",
        List.of("loanamount", "loanamnt", "principal", "disbursedamount", "amount", "fundedamnt"));
    LOANS.put("terms.annualRate", List.of("interestrate", "annualrate", "intrate", "rate"));
    LOANS.put(
        "terms.repayments",
        List.of("repayments", "installments", "numberofinstallments", "term", "duration"));
    LOANS.put(
        "terms.disbursedOn",
        List.of("disbursedon", "disbursementdate", "issuedate", "issued", "issuemonth", "date"));
    LOANS.put("terms.purpose", List.of("purpose", "loanpurpose"));
    LOANS.put("position.status", List.of("loanstatus", "status"));
    LOANS.put(
        "position.balance",
        List.of("balance", "outstandingprincipal", "principaloutstanding", "outprncp"));
    LOANS.put("position.paidPrincipal", List.of("paidprincipal", "principalpaid", "totalrecprncp"));
    LOANS.put("position.paidInterest", List.of("paidinterest", "interestpaid", "totalrecint"));
    LOANS.put("position.daysPastDue", List.of("dayspastdue", "dpd", "daysoverdue", "dayslate"));
    LOANS.put("position.paidFees", List.of("paidfees", "feespaid"));
    LOANS.put(
        "position.paidPenalties",
        List.of("paidpenalties", "penaltiespaid", "paidlatefees", "totalreclatefee"));

    PAYMENTS.put(
        "reference",
        List.of("paymentid", "transid", "transactionid", "receiptnumber", "reference", "id"));
    PAYMENTS.put("loanReference", List.of("loanid", "loannumber", "loan"));
    PAYMENTS.put("amount", List.of("amountpaid", "paymentamount", "amount"));
    PAYMENTS.put("on", List.of("paidon", "paymentdate", "valuedate", "date"));
  }

  private Guesses() {}

  /** Returns what the rows of a file seem to be: payments name both themselves and a loan. */
  static Part part(List<String> columns) {
    List<String> plain = columns.stream().map(Guesses::plain).toList();
    boolean payments =
        plain.stream()
                .anyMatch(
                    List.of("paymentid", "transid", "transactionid", "receiptnumber")::contains)
            && plain.stream().anyMatch(List.of("loanid", "loannumber", "loan")::contains);
    return payments ? Part.PAYMENTS : Part.LOANS;
  }

  /** Returns the column that each field could come from; fields without one are left out. */
  static Map<String, String> fields(Part part, List<String> columns) {
    Map<String, String> fields = new LinkedHashMap<>();
    (part == Part.LOANS ? LOANS : PAYMENTS)
        .forEach((field, names) ->
            column(names, columns).ifPresent(column -> fields.put(field, column)));
    return fields;
  }

  private static Optional<String> column(List<String> names, List<String> columns) {
    return names.stream()
        .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
