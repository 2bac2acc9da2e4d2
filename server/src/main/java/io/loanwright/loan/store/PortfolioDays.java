package io.loanwright.loan.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the portfolio stood when days were closed. */
@Repository
public class PortfolioDays {

  /** Adds up figures that are kept, of which there are as many however many loans there are. */
  private static final String KEEP =
      """
      INSERT INTO loan.portfolio_day
             (day, currency, branch_id, officer_id, waiting, approved, active, outstanding_minor,
              late_minor, late_30_minor)
      SELECT CAST(:day AS date), currency, branch_id, officer_id, sum(waiting), sum(approved), sum(active),
             sum(owed), sum(late), sum(late_30)
        FROM (SELECT currency, branch_id, officer_id,
                     CASE WHEN status IN ('SUBMITTED', 'UNDER_REVIEW') THEN loans ELSE 0 END
                       AS waiting,
                     CASE WHEN status = 'APPROVED' THEN loans ELSE 0 END AS approved,
                     CASE WHEN status = 'ACTIVE' THEN loans ELSE 0 END AS active,
                     CASE WHEN status = 'ACTIVE' THEN outstanding_minor ELSE 0 END AS owed,
                     0 AS late, 0 AS late_30
                FROM loan.portfolio_change
               UNION ALL
              SELECT currency, branch_id, officer_id, 0, 0, 0, 0, outstanding_minor,
                     CASE WHEN unpaid_since < CAST(:day AS date) - 30
                          THEN outstanding_minor ELSE 0 END
                FROM loan.ageing_change
               WHERE unpaid_since < :day) each
       GROUP BY currency, branch_id, officer_id
      HAVING (sum(waiting), sum(approved), sum(active)) <> (0, 0, 0)
          ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;

  PortfolioDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps how the portfolio stands for a day that ends; what is kept of it already stays. */
  public void keep(LocalDate day) {
    jdbc.sql(KEEP).param("day", day).update();
  }
}
