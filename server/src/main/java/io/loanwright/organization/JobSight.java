package io.loanwright.organization;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Which jobs somebody sees and may stop: those that the permission for jobs covers, and each close
 * of days if he may close them, whoever began it.
 *
 * @param jobs how far the permission for jobs reaches
 * @param closes whether he may close days
 */
public record JobSight(Reach jobs, boolean closes) {

  private static final String CLOSES = "j.kind = '" + BusinessDate.KIND + "'";

  /** Returns what a caller sees. */
  public static JobSight of(Caller caller) {
    return new JobSight(caller.reach(Permission.JOB_VIEW), caller.may(Permission.DAY_CLOSE));
  }

  /** Returns what the program itself sees. */
  public static JobSight everything() {
    return new JobSight(Reach.everything(), true);
  }

  /** Returns whether a job is seen. */
  public boolean covers(Job job) {
    return jobs.covers(null, job.startedBy(), null)
        || (closes && job.kind().equals(BusinessDate.KIND));
  }

  /** Conditions on a job j, with the parameter seenBy; no job fulfills two of them. */
  List<String> conditions() {
    if (jobs.scope() == Scope.ORGANIZATION) {
      return List.of("TRUE");
    }
    boolean own = jobs.scope() == Scope.OWN;
    List<String> conditions = new ArrayList<>();
    if (own) {
      conditions.add("j.started_by = :seenBy");
    }
    if (closes) {
      conditions.add(own ? CLOSES + " AND j.started_by <> :seenBy" : CLOSES);
    }
    return conditions;
  }
}
