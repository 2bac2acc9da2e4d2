package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Servicing.Owing;
import io.loanwright.loan.WriteOffRequest.Signature;
import io.loanwright.loan.WriteOffRequest.Status;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes loans off by two people: one asks, and the loan stays as it is until another one has
 * confirmed. What is given up is what is owed at that moment, on the day that was asked for.
 *
 * <p>For one loan one request waits at a time. It ends by itself when the loan does.
 */
@Component
public class WriteOffs {

  private final Stores stores;
  private final Servicing servicing;
  private final LoanRights rights;
  private final AuditTrail trail;
  private final Clock clock;

  WriteOffs(Stores stores, Servicing servicing, LoanRights rights, AuditTrail trail, Clock clock) {
    this.stores = stores;
    this.servicing = servicing;
    this.rights = rights;
    this.trail = trail;
    this.clock = clock;
  }

  /** Asks for a loan to be written off; the loan stays as it is. */
  @Transactional
  public Outcome<WriteOffRequest> ask(Caller caller, UUID loanId, Commands.WriteOff command) {
    return servicing
        .owing(caller, loanId, command.on())
        .then(owing -> {
          UUID id = Ids.next();
          Signature asked = signature(caller);
          if (!stores
              .writeOffs()
              .insert(id, loanId, command.on(), owing.amount(), command.reason(), asked)) {
            return new Outcome.Refused<>(new Refusal.WriteOffWaits());
          }
          Loan loan = owing.held().loan();
          Map<String, Object> after = new LinkedHashMap<>();
          after.put("writeOff", Status.WAITING);
          after.put("on", command.on());
          after.put("amount", owing.amount().toDecimalString());
          after.put("currency", loan.currency().code());
          trail.record(
              caller,
              "loan.ask_write_off",
              Applications.subject(loan),
              null,
              after,
              command.reason());
          return new Outcome.Done<>(stores.writeOffs().lock(id));
        });
  }

  /**
   * Writes a loan off as somebody else asked for, if the caller's role gives up that much.
   *
   * @param seen what the caller was told would be given up, in the loan's currency
   */
  @Transactional
  public Outcome<Loan> confirm(Caller caller, UUID id, String seen) {
    return waiting(caller, id)
        .then(request ->
            notOwn(caller, request)
                .<Outcome<WriteOffRequest>>map(WriteOffs::refused)
                .orElseGet(() -> done(request)))
        .then(request ->
            servicing
                .owing(caller, request.loan().id(), request.on())
                .then(owing -> confirm(caller, id, owing, seen)));
  }

  /** The loan is locked by now, so what waits is looked at once more. */
  private Outcome<Loan> confirm(Caller caller, UUID id, Owing owing, String seen) {
    WriteOffRequest request = stores.writeOffs().lock(id);
    if (request.status() != Status.WAITING) {
      return refused(new Refusal.WriteOffDecided(request.status()));
    }
    Loan loan = owing.held().loan();
    Optional<Refusal> refusal = mayGiveUp(caller, loan, owing.amount());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    return Amount.positive("amount", seen, loan.currency())
        .then(amount ->
            amount.equals(owing.amount())
                ? done(owing)
                : WriteOffs.<Owing>refused(new Refusal.AmountChanged(owing.amount())))
        .then(_ -> servicing.writeOff(caller, owing, request))
        .map(recorded -> {
          stores
              .writeOffs()
              .decide(id, Status.CONFIRMED, signature(caller), null, recorded.event().id());
          return recorded.loan();
        });
  }

  /** Keeps a loan as it is that somebody else asked to write off. */
  @Transactional
  public Outcome<WriteOffRequest> reject(Caller caller, UUID id, String reason) {
    return decide(caller, id, request -> mayReject(caller, request), Status.REJECTED, reason);
  }

  /** Takes back what the caller asked for. */
  @Transactional
  public Outcome<WriteOffRequest> withdraw(Caller caller, UUID id, @Nullable String reason) {
    return decide(caller, id, request -> mayWithdraw(caller, request), Status.WITHDRAWN, reason);
  }

  /** Nobody decides about what he asked for himself. */
  private static Optional<Refusal> notOwn(Caller caller, WriteOffRequest request) {
    return request.isOf(caller) ? Optional.of(new Refusal.OwnRequest()) : Optional.empty();
  }

  /** Nobody gives up more than his role may, nor anything of a loan that he applied for. */
  private Optional<Refusal> mayGiveUp(Caller caller, Loan loan, Money amount) {
    return ApprovalRules.notTheMaker(caller, loan)
        .or(() -> rights.withinLimit(caller, Permission.LOAN_WRITE_OFF, amount));
  }

  /** Why a caller does not keep a loan as it is that somebody asked to write off. */
  Optional<Refusal> mayReject(Caller caller, WriteOffRequest request) {
    return notOwn(caller, request).or(() -> rights.ownLoan(caller, request.loan().borrowerId()));
  }

  /** Why a caller does not write a loan off that somebody asked to write off. */
  Optional<Refusal> mayConfirm(Caller caller, WriteOffRequest request, Money amount) {
    return mayReject(caller, request)
        .or(() ->
            stores
                .loans()
                .find(request.loan().id(), Reach.everything())
                .flatMap(loan -> mayGiveUp(caller, loan, amount)));
  }

  /** For one loan one request waits at a time. */
  Optional<Refusal> alreadyAsked(Caller caller, Loan loan) {
    return stores
            .writeOffs()
            .page(caller.reach(Permission.LOAN_WRITE_OFF), Status.WAITING, loan.id(), null, 1)
            .isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.WriteOffWaits());
  }

  /** Why a caller does not take back what was asked for. */
  static Optional<Refusal> mayWithdraw(Caller caller, WriteOffRequest request) {
    return request.isOf(caller)
        ? Optional.empty()
        : Optional.of(new Refusal.RequestOfAnother(request.asked().by().name()));
  }

  private Outcome<WriteOffRequest> decide(
      Caller caller,
      UUID id,
      Function<WriteOffRequest, Optional<Refusal>> rule,
      Status status,
      @Nullable String reason) {
    return waiting(caller, id)
        .then(found -> {
          Optional<Refusal> refusal = rule.apply(found);
          WriteOffRequest request = stores.writeOffs().lock(id);
          if (refusal.isPresent()) {
            return refused(refusal.get());
          }
          if (request.status() != Status.WAITING) {
            return refused(new Refusal.WriteOffDecided(request.status()));
          }
          stores.writeOffs().decide(id, status, signature(caller), reason, null);
          trail.record(
              caller,
              status == Status.REJECTED ? "loan.reject_write_off" : "loan.withdraw_write_off",
              new Subject("loan", request.loan().id(), request.loan().number()),
              Map.of("writeOff", Status.WAITING, "askedBy", request.asked().by().name()),
              Map.of("writeOff", status),
              reason);
          return done(stores.writeOffs().lock(id));
        });
  }

  /** Returns what was asked for of loans that the caller may see it of, newest first. */
  @Transactional(readOnly = true)
  public List<WriteOffRequest> page(
      Caller caller,
      @Nullable Status status,
      @Nullable UUID loanId,
      @Nullable UUID before,
      int limit) {
    return stores.writeOffs().page(seeing(caller), status, loanId, before, limit);
  }

  /** Returns what was asked for, if the caller may see it. */
  public Optional<WriteOffRequest> find(Caller caller, UUID id) {
    return stores.writeOffs().find(id, seeing(caller));
  }

  /**
   * Returns what would be given up if what waits were confirmed now; nothing where it cannot be.
   */
  @Transactional(readOnly = true)
  public Optional<Money> owed(WriteOffRequest request) {
    return request.status() == Status.WAITING
        ? servicing.owed(request.loan().id(), request.on())
        : Optional.empty();
  }

  /** Whoever reads the trail sees it as far as that; whoever writes off, as far as he does. */
  private static Reach seeing(Caller caller) {
    return caller.reach(
        caller.may(Permission.LOAN_WRITE_OFF) ? Permission.LOAN_WRITE_OFF : Permission.AUDIT_VIEW);
  }

  private Outcome<WriteOffRequest> waiting(Caller caller, UUID id) {
    WriteOffRequest request =
        stores.writeOffs().find(id, caller.reach(Permission.LOAN_WRITE_OFF)).orElse(null);
    if (request == null) {
      return refused(new Refusal.WriteOffUnknown());
    }
    return request.status() == Status.WAITING
        ? done(request)
        : refused(new Refusal.WriteOffDecided(request.status()));
  }

  private Signature signature(Caller caller) {
    return new Signature(Person.of(caller), clock.instant());
  }

  private static <T> Outcome<T> done(T value) {
    return new Outcome.Done<>(value);
  }

  private static <T> Outcome<T> refused(Refusal why) {
    return new Outcome.Refused<>(why);
  }
}
