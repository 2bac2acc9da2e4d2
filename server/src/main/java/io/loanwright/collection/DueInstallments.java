package io.loanwright.collection;

import io.loanwright.access.Reach;
import io.loanwright.collection.store.DueList;
import io.loanwright.engine.money.Money;
import io.loanwright.identity.Users;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What falls due in some days, and what of it is not paid yet. */
@Component
public class DueInstallments {

  private final DueList list;
  private final Users users;

  DueInstallments(DueList list, Users users) {
    this.list = list;
    this.users = users;
  }

  /**
   * The days in figures.
   *
   * @param due principal, interest, fees and penalties of all installments of the days
   * @param unpaid what of it is not paid
   * @param installments how many of them are not paid, or not wholly
   */
  public record Sums(Money due, Money unpaid, long installments) {

    /** Returns what is paid of it, whenever that was. */
    public Money paid() {
      return due.minus(unpaid);
    }
  }

  /**
   * A page of what is not paid, and the figures of all of it.
   *
   * @param names the names of the officers
   */
  public record Listed(Sums sums, Page<DueInstallment> page, Map<UUID, String> names) {

    /** Keeps its own copy of the names. */
    public Listed {
      names = Map.copyOf(names);
    }
  }

  /**
   * Returns a page of the installments within a reach, the earliest first; figures and page are of
   * one moment.
   *
   * @param after the last row of the page before: due date, loan and number; null for the first
   * @param limit the most rows to return
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Listed list(Reach reach, DueFilter filter, @Nullable Cursor after, int limit) {
    DueList.Figures figures = list.figures(reach, filter, after, limit);
    Page<DueInstallment> page = list.page(reach, filter, figures, after, limit);
    List<UUID> officers =
        page.items().stream()
            .flatMap(each -> Stream.ofNullable(each.loan().officerId()))
            .distinct()
            .collect(Collectors.toList());
    return new Listed(figures.sums(), page, users.toldApart(officers));
  }
}
