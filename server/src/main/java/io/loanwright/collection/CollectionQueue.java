package io.loanwright.collection;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.arrears.Arrears;
import io.loanwright.collection.Queued.Section;
import io.loanwright.collection.store.PromiseStore;
import io.loanwright.collection.store.QueueList;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who works on arrears has to do today. */
@Component
public class CollectionQueue {

  private final QueueList list;
  private final PromiseStore promises;
  private final Debts debts;
  private final Arrears arrears;
  private final Organization organization;

  CollectionQueue(
      QueueList list,
      PromiseStore promises,
      Debts debts,
      Arrears arrears,
      Organization organization) {
    this.list = list;
    this.promises = promises;
    this.debts = debts;
    this.arrears = arrears;
    this.organization = organization;
  }

  /**
   * A page of a queue.
   *
   * @param listed what its loans need to be shown
   */
  public record QueuePage(Page<Queued> page, Debts.Listed listed) {}

  /**
   * A queue in figures.
   *
   * @param loans how many loans are in each section
   * @param kept how many promises that the person took were kept since the first of the month
   * @param broken how many were broken
   */
  public record Summary(LocalDate on, Map<Section, Long> loans, long kept, long broken) {

    /** Keeps its own copy of the counts. */
    public Summary {
      loans = Map.copyOf(loans);
    }
  }

  /**
   * Returns a page of somebody's queue, as far as the caller reaches.
   *
   * @param assigneeId whose; null for the caller's own
   * @param section only this one; null for all
   */
  @Transactional(readOnly = true)
  public QueuePage page(
      Caller caller,
      @Nullable UUID assigneeId,
      @Nullable Section section,
      @Nullable Cursor after,
      int limit) {
    LocalDate today = organization.businessDate();
    UUID whose = assigneeId == null ? caller.userId() : assigneeId;
    Page<Queued> page = list.page(caller, new QueueList.Asked(today, whose, section, after, limit));
    return new QueuePage(
        page, debts.listed(caller, "queue", page.map(Queued::debt), today, arrears.classes()));
  }

  /** Returns somebody's queue in figures, as far as the caller reaches. */
  @Transactional(readOnly = true)
  public Summary summary(Caller caller, @Nullable UUID assigneeId) {
    LocalDate today = organization.businessDate();
    UUID whose = assigneeId == null ? caller.userId() : assigneeId;
    Map<Promise.State, Long> decided =
        promises.decidedOf(
            caller.reach(Permission.COLLECTION_QUEUE), whose, today.withDayOfMonth(1));
    return new Summary(
        today,
        list.counts(caller, today, whose),
        decided.getOrDefault(Promise.State.KEPT, 0L),
        decided.getOrDefault(Promise.State.BROKEN, 0L));
  }

  /** Returns one loan, as whoever works on arrears sees it; nothing if it is out of reach. */
  @Transactional(readOnly = true)
  public Optional<Debts.Listed> one(Caller caller, UUID loanId) {
    LocalDate today = organization.businessDate();
    return list.one(caller, loanId, today)
        .map(debt -> new Page<>(List.of(debt), null))
        .map(page -> debts.listed(caller, "one loan", page, today, arrears.classes()));
  }
}
