package io.loanwright.collection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which loans the list of those past due shows; what is absent does not narrow it.
 *
 * @param withPromiseDue only those of whom somebody promised to pay by the day, and it is open
 * @param firstDueOn the first oldest unpaid due date
 * @param lastDueOn the last one; null for those that are not past due, too
 * @param assigneeId whose work they are
 * @param ofNobody those that are nobody's work: without an officer, and handed to nobody
 */
public record OverdueFilter(
    LocalDate on,
    @Nullable UUID branchId,
    @Nullable UUID officerId,
    @Nullable UUID assigneeId,
    boolean ofNobody,
    boolean withPromiseDue,
    @Nullable LocalDate firstDueOn,
    @Nullable LocalDate lastDueOn) {

  /** The condition that a promise to pay by {@code :on} is open of a loan {@code l}. */
  public static final String WITH_PROMISE_DUE =
      """
      l.id IN (SELECT c.loan_id
                     FROM collection.promise_card c
                    WHERE c.state = 'OPEN'
                      AND c.due_on <= :on)\
      """;

  /**
   * The condition that a loan {@code l} is the work of {@code :assigneeId}: two sets of ids, each
   * by its own index.
   */
  public static final String OF_ASSIGNEE =
      """
      l.id IN (SELECT o.id
                     FROM loan.loan_card o
                     LEFT JOIN collection.follow_up g ON g.loan_id = o.id
                    WHERE o.officer_id = :assigneeId
                      AND o.status IN ('ACTIVE', 'WRITTEN_OFF')
                      AND coalesce(g.assigned_to, o.officer_id) = o.officer_id
                    UNION
                   SELECT h.loan_id
                     FROM collection.follow_up h
                    WHERE h.assigned_to = :assigneeId)\
      """;

  /** The condition that a loan {@code l} is nobody's work. */
  public static final String OF_NOBODY =
      """
      (l.officer_id IS NULL
                 AND NOT EXISTS (SELECT 1
                                   FROM collection.follow_up h
                                  WHERE h.loan_id = l.id
                                    AND h.assigned_to IS NOT NULL))\
      """;
}
