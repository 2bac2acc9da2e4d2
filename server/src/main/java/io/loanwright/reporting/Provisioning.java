package io.loanwright.reporting;

import io.loanwright.arrears.ArrearsClass;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Ageing.Age;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the classes of arrears ask to be set aside for losses, beside what is set aside. As the
 * close of the last day of a month works it out, but for the business date.
 *
 * @param branches those with active loans, or with something set aside
 */
public record Provisioning(LocalDate on, Currency currency, List<OfBranch> branches) {

  /** Keeps the rows from changing. */
  public Provisioning {
    branches = List.copyOf(branches);
  }

  /**
   * The loans of a class, in a branch or in all.
   *
   * @param exposure the principal that is not repaid
   * @param required what is to be set aside of it; of all branches what they need together, each
   *     rounded
   */
  public record OfClass(ArrearsClass of, Money exposure, Money required) {

    /** Returns what is set aside of the principal, in percent. */
    public String percent() {
      return of.provisionPercent().stripTrailingZeros().toPlainString();
    }

    private OfClass plus(OfClass other) {
      return new OfClass(of, exposure.plus(other.exposure), required.plus(other.required));
    }
  }

  /**
   * A branch.
   *
   * @param held what is set aside for it: what the allowance for loan losses holds
   * @param classes all of them, the best first
   */
  public record OfBranch(UUID branchId, Money held, List<OfClass> classes) {

    /** Keeps the rows from changing. */
    public OfBranch {
      classes = List.copyOf(classes);
    }

    /** Returns what it needs, and has; and by how much the first is more. */
    public Sums sums() {
      Money none = Money.zero(held.currency());
      return new Sums(
          classes.stream().map(OfClass::exposure).reduce(none, Money::plus),
          classes.stream().map(OfClass::required).reduce(none, Money::plus),
          held);
    }
  }

  /** What is lent out, what is to be set aside of it, and what is. */
  public record Sums(Money exposure, Money required, Money held) {

    /** Returns what is still to be set aside; negative where it is too much. */
    public Money difference() {
      return required.minus(held);
    }

    private Sums plus(Sums other) {
      return new Sums(
          exposure.plus(other.exposure), required.plus(other.required), held.plus(other.held));
    }
  }

  /**
   * Works out what is to be set aside.
   *
   * @param ages the principal of active loans
   * @param held what the allowance holds for each branch
   */
  public static Provisioning of(
      LocalDate on,
      Currency currency,
      ArrearsClasses classes,
      List<Age> ages,
      Map<UUID, Money> held) {
    Money none = Money.zero(currency);
    Map<UUID, Map<String, Money>> exposures = new TreeMap<>();
    for (Age age : ages) {
      exposures
          .computeIfAbsent(age.branchId(), _ -> new TreeMap<>())
          .merge(classes.on(on, age.unpaidSince()).code(), age.outstanding(), Money::plus);
    }
    Set<UUID> branches = new TreeSet<>(exposures.keySet());
    held.forEach((branch, money) -> {
      if (!money.isZero()) {
        branches.add(branch);
      }
    });
    return new Provisioning(
        on,
        currency,
        branches.stream()
            .map(branch ->
                new OfBranch(
                    branch,
                    held.getOrDefault(branch, none),
                    rows(classes, exposures.getOrDefault(branch, Map.of()), none)))
            .toList());
  }

  private static List<OfClass> rows(
      ArrearsClasses classes, Map<String, Money> exposures, Money none) {
    return classes.classes().stream()
        .map(each -> {
          Money exposure = exposures.getOrDefault(each.code(), none);
          return new OfClass(each, exposure, each.setAside(exposure));
        })
        .toList();
  }

  /** Returns what all branches add up to, class by class; nothing where there is no branch. */
  public List<OfClass> classes() {
    Map<String, OfClass> sums = new LinkedHashMap<>();
    branches.forEach(branch ->
        branch.classes().forEach(each -> sums.merge(each.of().code(), each, OfClass::plus)));
    return List.copyOf(sums.values());
  }

  /** Returns what all branches add up to. */
  public Sums total() {
    Money none = Money.zero(currency);
    return branches.stream().map(OfBranch::sums).reduce(new Sums(none, none, none), Sums::plus);
  }
}
