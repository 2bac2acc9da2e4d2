package io.loanwright.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of jobs, read by key; each part of what somebody sees by its own index. */
@Component
class JobList {

  private static final String PART =
      """
      (SELECT %s
         FROM organization.job j
        WHERE %s
        ORDER BY j.id DESC
        LIMIT :limit)
      """;

  private static final String NEWEST =
      """
      SELECT p.*
        FROM (%s) p
       ORDER BY p.id DESC
       LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final JobRows rows;

  JobList(JdbcClient jdbc, JobRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * Returns jobs, newest first.
   *
   * @param olderThan the last one of the page before; null for the first page
   */
  List<Job> newest(JobSight sight, JobCriteria criteria, @Nullable UUID olderThan, int limit) {
    List<String> seen = sight.conditions();
    if (seen.isEmpty()) {
      return List.of();
    }
    Map<String, Object> params = new HashMap<>();
    params.put("seenBy", sight.jobs().userId());
    params.put("limit", limit);
    String narrowed = narrowed(criteria, olderThan, params);
    String parts =
        seen.stream()
            .map(condition -> PART.formatted(JobRows.COLUMNS, condition + narrowed))
            .collect(Collectors.joining(" UNION ALL\n"));
    return jdbc.sql(NEWEST.formatted(parts)).params(params).query((row, _) -> rows.job(row)).list();
  }

  private static String narrowed(
      JobCriteria criteria, @Nullable UUID olderThan, Map<String, Object> params) {
    StringBuilder conditions = new StringBuilder();
    if (criteria.kind() != null) {
      conditions.append(" AND j.kind = :kind");
      params.put("kind", criteria.kind());
    }
    if (criteria.status() != null) {
      conditions.append(" AND j.status = :status");
      params.put("status", criteria.status().name());
    }
    if (olderThan != null) {
      conditions.append(" AND j.id < :olderThan");
      params.put("olderThan", olderThan);
    }
    return conditions.toString();
  }
}
