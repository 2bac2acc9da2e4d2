package io.loanwright.demo;

import io.loanwright.borrower.Particulars;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up borrowers. */
final class DemoPeople {

  private static final List<String> FIRST =
      words(
          """
          Amina Baraka Chidi Dalila Esther Farid Grace Hassan Imani Joseph Kamal Leila Mariam
          Nadia Obinna Paul Rehema Samuel Tatu Umar Violet Wanjiru Yusuf Zawadi Ana Bruno
          Carla Diego Elena Felipe Lucía Mateo Noé Rosa Sofía Tomás Anh Binh Mei Ravi
          """);
  private static final List<String> LAST =
      words(
          """
          Abdi Achieng Banda Chanda Diallo Eze Farah Gichuru Hamisi Juma Kamau Langat Mensah
          Mwangi Ndlovu Njeri Okafor Otieno Phiri Sesay Tembo Wambui Yeboah Zulu Alvarez
          Barros Castillo Duarte Flores García Herrera Lopes Medina Núñez Quispe Ramos Torres
          Vargas Nguyen Rao
          """);
  private static final List<String> TRADES =
      List.of("Bakery", "Hardware", "Pharmacy", "Tailoring", "Transport", "Fishers' Cooperative");
  private static final List<String> STREETS =
      List.of("Harbour Road", "Market Street", "Mango Lane", "Lake View", "Station Road", "Hill");
  private static final double FIRMS = 0.06;

  private final RandomGenerator random;
  private final Currency currency;
  private final int step;
  private int made;

  /**
   * Starts to make people up.
   *
   * @param first the place of the first among the people of all branches
   * @param step how many places further the next one is
   */
  DemoPeople(RandomGenerator random, Currency currency, int first, int step) {
    this.random = random;
    this.currency = currency;
    this.step = step;
    this.made = first;
  }

  /** Makes up the next borrower; none has the phone number or the address of another. */
  Particulars next(LocalDate today) {
    made += step;
    String owner = pick(FIRST) + " " + pick(LAST);
    boolean isFirm = random.nextDouble() < FIRMS;
    LocalDate start =
        today
            .minusYears(isFirm ? random.nextInt(1, 15) : random.nextInt(19, 66))
            .minusDays(random.nextInt(365));
    return new Particulars(
        isFirm ? Particulars.Kind.ORGANIZATION : Particulars.Kind.PERSON,
        isFirm ? owner.substring(owner.indexOf(' ') + 1) + " " + pick(TRADES) : owner,
        "+254 7%02d %06d".formatted(made % 100, 100_000 + made * 37),
        random.nextBoolean() ? "borrower" + made + "@demo.test" : null,
        start,
        random.nextInt(1, 200) + " " + pick(STREETS),
        Money.of(String.valueOf(random.nextInt(12, 240) * 10), currency));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
