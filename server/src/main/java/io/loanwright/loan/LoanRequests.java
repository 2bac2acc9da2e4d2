package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.LoanRequest.Kind;
import io.loanwright.loan.LoanRequest.Signature;
import io.loanwright.loan.LoanRequest.Status;
import io.loanwright.loan.LoanRequest.Wanted;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one person asks for of a running loan and another one decides about: the loan stays as it is
 * until then. {@link WriteOffs}, {@link LoanTopUps} and {@link LoanChanges} say what may be asked
 * for, and do what is confirmed.
 *
 * <p>For one loan one request of a kind waits at a time. It ends by itself when the loan does.
 */
@Component
public class LoanRequests {

  private final Stores stores;
  private final RunningLoans running;
  private final LoanRights rights;
  private final AuditTrail trail;
  private final Clock clock;

  LoanRequests(
      Stores stores, RunningLoans running, LoanRights rights, AuditTrail trail, Clock clock) {
    this.stores = stores;
    this.running = running;
    this.rights = rights;
    this.trail = trail;
    this.clock = clock;
  }

  /** Keeps what somebody asks for of a loan that he has locked. */
  Outcome<LoanRequest> ask(Caller caller, Loan loan, Wanted wanted) {
    UUID id = Ids.next();
    if (!stores.requests().insert(id, loan.id(), wanted, signature(caller))) {
      return refused(new Refusal.RequestWaits());
    }
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("request", Status.WAITING);
    if (wanted.on() != null) {
      after.put("on", wanted.on());
    }
    after.put("amount", wanted.amount().toDecimalString());
    after.put("currency", loan.currency().code());
    if (wanted.walletId() != null) {
      after.put("walletId", wanted.walletId());
    }
    if (wanted.change() != null) {
      after.put("change", wanted.change());
    }
    trail.record(
        caller,
        wanted.kind().action("ask"),
        Applications.subject(loan),
        null,
        after,
        wanted.reason());
    return done(stores.requests().lock(id));
  }

  /**
   * Does what somebody else asked for, with the loan locked before what waits. What is refused is
   * for the caller to roll back.
   *
   * @param deed records it on the loan, if the caller may do as much of it
   */
  Outcome<Loan> confirm(
      Caller caller,
      UUID id,
      Kind kind,
      BiFunction<HeldLoan, LoanRequest, Outcome<Recorded>> deed) {
    return decidable(caller, id, kind)
        .then(request -> running.running(caller, kind.decides(), request.loan().id()))
        .then(held ->
            locked(id)
                .then(request ->
                    deed.apply(held, request)
                        .map(recorded -> confirmed(caller, request, recorded))));
  }

  private Loan confirmed(Caller caller, LoanRequest request, Recorded recorded) {
    Map<String, Object> beside = Map.of("askedBy", request.asked().by().name());
    Loan loan = running.kept(caller, request.wanted().kind().decides().text(), recorded, beside);
    stores
        .requests()
        .decide(request.id(), Status.CONFIRMED, signature(caller), null, recorded.event().id());
    return loan;
  }

  /** Returns what waits, if it is for the caller to confirm as far as that is known of it alone. */
  private Outcome<LoanRequest> decidable(Caller caller, UUID id, Kind kind) {
    return waiting(stores.requests().find(id, Map.of(kind, List.of(caller.reach(kind.decides())))))
        .then(request ->
            notOwn(caller, request)
                .<Outcome<LoanRequest>>map(LoanRequests::refused)
                .orElseGet(() -> done(request)));
  }

  /** Locks what waits, whose loan is locked by now, and looks at it once more. */
  private Outcome<LoanRequest> locked(UUID id) {
    return waiting(Optional.of(stores.requests().lock(id)));
  }

  /** Goes on if the caller was told what it is about now. */
  static Outcome<Money> asSeen(String seen, Money now) {
    return Amount.notNegative("amount", seen, now.currency())
        .then(amount -> amount.equals(now) ? done(now) : refused(new Refusal.AmountChanged(now)));
  }

  /** Leaves a loan as it is that somebody else asked something for. */
  @Transactional
  public Outcome<LoanRequest> reject(Caller caller, UUID id, String reason) {
    return decide(
        caller,
        stores.requests().find(id, deciding(caller)),
        request -> mayReject(caller, request),
        Status.REJECTED,
        reason);
  }

  /** Takes back what the caller asked for. */
  @Transactional
  public Outcome<LoanRequest> withdraw(Caller caller, UUID id, @Nullable String reason) {
    return decide(
        caller,
        stores.requests().find(id, reaches(kind -> List.of(caller.reach(kind.asks())))),
        request -> mayWithdraw(caller, request),
        Status.WITHDRAWN,
        reason);
  }

  private Outcome<LoanRequest> decide(
      Caller caller,
      Optional<LoanRequest> inReach,
      Function<LoanRequest, Optional<Refusal>> rule,
      Status status,
      @Nullable String reason) {
    return waiting(inReach)
        .then(found -> {
          Optional<Refusal> refusal = rule.apply(found);
          return locked(found.id())
              .then(request ->
                  refusal
                      .<Outcome<LoanRequest>>map(LoanRequests::refused)
                      .orElseGet(() -> decided(caller, request, status, reason)));
        });
  }

  private Outcome<LoanRequest> decided(
      Caller caller, LoanRequest request, Status status, @Nullable String reason) {
    stores.requests().decide(request.id(), status, signature(caller), reason, null);
    trail.record(
        caller,
        request.wanted().kind().action(status == Status.REJECTED ? "reject" : "withdraw"),
        new Subject("loan", request.loan().id(), request.loan().number()),
        Map.of("request", Status.WAITING, "askedBy", request.asked().by().name()),
        Map.of("request", status),
        reason);
    return done(stores.requests().lock(request.id()));
  }

  /** Nobody decides about what he asked for himself. */
  private static Optional<Refusal> notOwn(Caller caller, LoanRequest request) {
    return request.isOf(caller) ? Optional.of(new Refusal.OwnRequest()) : Optional.empty();
  }

  /** Why a caller does not leave a loan as it is that somebody asked something for. */
  Optional<Refusal> mayReject(Caller caller, LoanRequest request) {
    return notOwn(caller, request).or(() -> rights.ownLoan(caller, request.loan().borrowerId()));
  }

  /** Why a caller does not take back what was asked for. */
  static Optional<Refusal> mayWithdraw(Caller caller, LoanRequest request) {
    return request.isOf(caller)
        ? Optional.empty()
        : Optional.of(new Refusal.RequestOfAnother(request.asked().by().name()));
  }

  /** For one loan one request of a kind waits at a time. */
  static Optional<Refusal> alreadyAsked(Circumstances seen, Kind kind) {
    return seen.waiting().contains(kind)
        ? Optional.of(new Refusal.RequestWaits())
        : Optional.empty();
  }

  /** Returns what was asked for of loans that the caller may see it of, newest first. */
  @Transactional(readOnly = true)
  public List<LoanRequest> page(
      Caller caller, LoanRequestFilter filter, @Nullable UUID before, int limit) {
    Map<Kind, List<Reach>> reaches = filter.toDecide() ? deciding(caller) : seeing(caller);
    return stores.requests().page(caller, reaches, filter, before, limit);
  }

  /** Returns what was asked for, if the caller may see it. */
  public Optional<LoanRequest> find(Caller caller, UUID id) {
    return stores.requests().find(id, seeing(caller));
  }

  /**
   * It is seen as far as somebody decides about it, asks for it, or reads the trail; of each kind
   * by itself.
   */
  private static Map<Kind, List<Reach>> seeing(Caller caller) {
    return reaches(kind ->
        List.of(
            caller.reach(kind.decides()),
            caller.reach(kind.asks()),
            caller.reach(Permission.AUDIT_VIEW)));
  }

  private static Map<Kind, List<Reach>> deciding(Caller caller) {
    return reaches(kind -> List.of(caller.reach(kind.decides())));
  }

  private static Map<Kind, List<Reach>> reaches(Function<Kind, List<Reach>> each) {
    Map<Kind, List<Reach>> reaches = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      reaches.put(kind, each.apply(kind));
    }
    return reaches;
  }

  /** What the trail says of a request that ended with its loan. */
  static Deed lapsed(Loan loan, Kind kind) {
    return new Deed(
        kind.action("lapse"),
        Applications.subject(loan),
        Map.of("request", Status.WAITING),
        Map.of("request", Status.LAPSED),
        null);
  }

  private static Outcome<LoanRequest> waiting(Optional<LoanRequest> found) {
    LoanRequest request = found.orElse(null);
    if (request == null) {
      return refused(new Refusal.RequestUnknown());
    }
    return request.status() == Status.WAITING
        ? done(request)
        : refused(new Refusal.RequestDecided(request.status()));
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
