package io.loanwright.live.book;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.Parties;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes up a borrower and the loans that he had, one after the other.
 *
 * <p>The same seed and place make the same life, but for the ids of branches, people and products.
 */
final class BorrowerLife {

  private static final List<String> FIRST =
      words(
          """
          Adaeze Bilal Camille Dagny Eamon Fatou Gustav Halima Ines Jelena Kofi Lior Malik Nadège
          Oskar Priya Quentin Rania Selma Tariq Ulla Viktor Wendy Ximena Yara Zoltan Abel Berta
          Ciro Dolores Emeka Flora Giorgi Hanna Ivo Joana Kamila Luca Mirko Noor
          """);
  private static final List<String> LAST =
      words(
          """
          Abara Bianchi Cortez Dimitrov Ekwueme Fischer Georgiou Haddad Ivanova Jansen Kovacs
          Lindqvist Moreau Novak Okoye Petrov Qureshi Rossi Svensson Traore Urbina Vidal Weber
          Xu Yilmaz Zamora Adeyemi Brandt Costa Diop Eriksen Fontana Greco Horvat Ibrahim Jovic
          Keller Larsen Marin Nikolaidis
          """);
  private static final List<String> TRADES =
      List.of("Bakery", "Hardware", "Pharmacy", "Tailoring", "Transport", "Orchards");
  private static final List<String> STREETS =
      List.of("Mill Lane", "Bridge Street", "Church Road", "Orchard Way", "Quay", "Linden Row");
  private static final double FIRMS = 0.06;
  private static final double HAS_MAIL = 0.5;
  private static final int APPLIED_BEFORE = 5;

  private final BookPlan plan;
  private final BookRows rows;

  BorrowerLife(BookPlan plan, BookRows rows) {
    this.plan = plan;
    this.rows = rows;
  }

  /** A loan that somebody comes for. */
  record Wish(Lending.Offer offer, LoanTerms terms, Money amount, LocalDate paidOutOn, Fate fate) {

    LocalDate appliedOn() {
      return paidOutOn.minusDays(APPLIED_BEFORE);
    }
  }

  /**
   * Lives a life.
   *
   * @param place of the borrower among all, from 0
   * @param loans how many he has
   * @param firstLoan the number of the first
   */
  void live(long place, int loans, long firstLoan) {
    SplittableRandom random = plan.random(place);
    Lending.Desk desk = oneOf(plan.lending().desks(), random);
    Caller officer = oneOf(desk.officers(), random);
    Wish[] wishes = new Wish[loans];
    LocalDate before = null;
    for (int i = loans - 1; i >= 0; i--) {
      wishes[i] = plan.wish(random, before);
      before = wishes[i].appliedOn();
    }
    LocalDate knownSince = wishes[0].appliedOn().minusDays(random.nextInt(1, 30));
    Acts acts = new Acts(random);
    Person person = person(place, knownSince, random);
    UUID id = acts.begin(knownSince);
    Parties parties = new Parties(id, desk.id(), officer.userId());
    rows.borrower(person, parties, officer, acts);
    LoanLife.Who who = new LoanLife.Who(parties, person.name(), desk, officer);
    long gained = 0;
    for (int i = 0; i < loans; i++) {
      gained += new LoanLife(plan, rows, new Acts(random), who).live(wishes[i], firstLoan + i);
    }
    if (gained != 0) {
      rows.wallet(acts.id(), id, plan.currency(), gained);
    }
  }

  /** Who borrows. */
  record Person(
      String number,
      boolean isFirm,
      String name,
      String phone,
      @Nullable String email,
      LocalDate bornOn,
      String address,
      Money income) {}

  private Person person(long place, LocalDate since, SplittableRandom random) {
    boolean isFirm = random.nextDouble() < FIRMS;
    String first = oneOf(FIRST, random);
    String last = oneOf(LAST, random);
    Currency currency = plan.currency();
    long number = place + 1;
    return new Person(
        "BR-%06d".formatted(number),
        isFirm,
        isFirm ? last + " " + oneOf(TRADES, random) : first + " " + last,
        "+49 1%02d %07d".formatted(number % 100, number),
        random.nextDouble() < HAS_MAIL ? "borrower" + number + "@example.test" : null,
        since
            .minusYears(isFirm ? random.nextInt(1, 15) : random.nextInt(19, 66))
            .minusDays(random.nextInt(365)),
        random.nextInt(1, 200) + " " + oneOf(STREETS, random),
        Money.of(String.valueOf(random.nextInt(40, 600) * 10), currency));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  static <T> T oneOf(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
