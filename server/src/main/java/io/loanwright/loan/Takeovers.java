package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.RecordingTogether.Gathered;
import io.loanwright.loan.RecordingTogether.Step;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.organization.Organization;
import io.loanwright.product.ProductVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes loans over by the thousand, by the rules by which {@link Loans} takes one over.
 *
 * <p>They are worked out first, on all cores and without a word to the database; those that were
 * not refused are then written in few statements, all or none.
 */
@Component
public class Takeovers {

  private static final long MOST_INSTALLMENTS = 20_000;

  private final Stores stores;
  private final TakeoverRules rules;
  private final RecordingTogether together;
  private final LoanProducts products;
  private final Borrowers borrowers;
  private final Organization organization;
  private final Clock clock;

  Takeovers(
      Stores stores,
      TakeoverRules rules,
      RecordingTogether together,
      LoanProducts products,
      Borrowers borrowers,
      Organization organization,
      Clock clock) {
    this.stores = stores;
    this.rules = rules;
    this.together = together;
    this.products = products;
    this.borrowers = borrowers;
    this.organization = organization;
    this.clock = clock;
  }

  /** A loan that was worked out and is not written yet. */
  public static final class Planned {

    private final List<FrozenSchedule> schedules;
    private final RecordedEvent event;
    private final @Nullable Step step;
    private final Loan loan;
    private final List<Deed> deeds;

    Planned(
        List<FrozenSchedule> schedules,
        RecordedEvent event,
        @Nullable Step step,
        Loan loan,
        List<Deed> deeds) {
      this.schedules = schedules;
      this.event = event;
      this.step = step;
      this.loan = loan;
      this.deeds = deeds;
    }

    /** Returns the loan as it will be. */
    public Loan loan() {
      return loan;
    }

    /** Returns the same, marked as in default. */
    Planned marked(String reason) {
      List<Deed> more = new ArrayList<>(deeds);
      more.add(
          new Deed(
              "loan.default",
              Applications.subject(loan),
              Map.of("defaulted", false),
              Map.of("defaulted", true),
              reason));
      return new Planned(schedules, event, step, loan.marked(true), more);
    }

    private boolean isMarked() {
      return loan.standing().defaulted();
    }
  }

  /**
   * Works loans out, in the caller's transaction; nothing is written but that numbers are used.
   *
   * @return what came of each, in the same order
   * @throws NotTogether if they have to be taken over one by one
   * @throws TooManyTogether if they have to be fewer
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome<Planned>> plan(
      Caller caller, UUID productId, List<Commands.TakeOver> commands) {
    LocalDate businessDate = organization.businessDate();
    Optional<ProductVersion> product = products.current(productId);
    if (product.isEmpty() || !product.get().active()) {
      throw new NotTogether("The product is not offered any more");
    }
    LoanTerms terms = products.terms(product.get());
    bound(commands, terms.repayment().calendar().repayments());
    Map<UUID, Borrower> known =
        borrowers.holdAll(
            commands.stream()
                .filter(command -> command.newcomer() == null)
                .map(command -> command.open().apply().borrowerId())
                .collect(Collectors.toSet()),
            caller.reach(Permission.APPLICATION_CREATE));
    rules.keepOut(caller, known.keySet());
    List<Long> numbers = stores.loans().nextNumbers(commands.size());
    return IntStream.range(0, commands.size())
        .parallel()
        .mapToObj(i -> {
          Commands.TakeOver command = commands.get(i);
          LocalDate on = command.replayed() ? businessDate : command.open().disbursedOn();
          var asked = new Applications.Asked(product.get(), () -> terms, on, () -> numbers.get(i));
          return parties(command, known)
              .then(parties -> rules.plan(caller, command, parties, asked, businessDate));
        })
        .toList();
  }

  private static void bound(List<Commands.TakeOver> commands, int usual) {
    long installments = 0;
    for (Commands.TakeOver command : commands) {
      Integer repayments = command.open().apply().repayments();
      installments += repayments == null ? usual : repayments;
    }
    if (installments > MOST_INSTALLMENTS && commands.size() > 1) {
      throw new TooManyTogether(installments);
    }
  }

  private static Outcome<Parties> parties(Commands.TakeOver command, Map<UUID, Borrower> known) {
    if (command.newcomer() != null) {
      return new Outcome.Done<>(command.newcomer());
    }
    Borrower borrower = known.get(command.open().apply().borrowerId());
    if (borrower == null) {
      return new Outcome.Refused<>(new Refusal.BorrowerUnknown());
    }
    return BorrowerRules.mayBorrow(borrower)
        .<Outcome<Parties>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(Parties.of(borrower)));
  }

  /**
   * Writes loans that were worked out, in the transaction in which they were and behind their
   * borrowers.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Caller caller, List<Planned> planned) {
    LocalDate businessDate = organization.businessDate();
    Gathered gathered = new Gathered();
    for (Planned each : planned) {
      Loan loan = each.loan;
      gathered.rows().add(loan, each.isMarked() ? 2 : 1);
      for (int i = 0; i < each.schedules.size(); i++) {
        gathered.rows().freeze(loan.id(), i + 1, each.schedules.get(i));
      }
      if (each.step == null) {
        gathered.rows().append(loan.id(), each.event);
      } else {
        together.gather(gathered, each.step);
        gathered.rows().fill(loan, together.rows(gathered, each.step), each.step.splits());
      }
      if (each.isMarked()) {
        gathered.rows().mark(loan.id(), true, businessDate, clock.instant());
      }
      each.deeds.forEach(gathered::deed);
    }
    together.write(caller, gathered);
  }
}
