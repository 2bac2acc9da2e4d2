package io.loanwright.reporting.web;

import io.loanwright.identity.Users;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.reporting.AtRiskReport;
import io.loanwright.reporting.Expected;
import io.loanwright.reporting.OfficerReport;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those are called of whom reports have rows. */
@Component
class ReportNames {

  private final Branches branches;
  private final Users users;

  ReportNames(Branches branches, Users users) {
    this.branches = branches;
    this.users = users;
  }

  /**
   * Refuses a report of a branch that there is not.
   *
   * @param id the branch; null for all
   */
  void requireBranch(@Nullable UUID id) {
    branches.requireKnown(id);
  }

  /** Returns the names of the branches or officers of a report. */
  Map<UUID, String> of(Expected expected) {
    return switch (expected.by()) {
      case BRANCH -> branches();
      case OFFICER ->
          officers(
              expected.rows().stream()
                  .map(Expected.Row::key)
                  .filter(Objects::nonNull)
                  .map(UUID::fromString)
                  .toList());
      case MONTH -> Map.of();
    };
  }

  /** Returns the names of the officers of a report. */
  Map<UUID, String> of(OfficerReport report) {
    return officers(
        report.rows().stream().map(OfficerReport.Row::officerId).filter(Objects::nonNull).toList());
  }

  /** Returns the names of the branches or officers of a report. */
  Map<UUID, String> of(AtRiskReport report) {
    return switch (report.by()) {
      case BRANCH -> branches();
      case OFFICER ->
          officers(
              report.parts().stream()
                  .map(AtRiskReport.Part::of)
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
    };
  }

  private Map<UUID, String> branches() {
    return branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::name));
  }

  private Map<UUID, String> officers(Collection<UUID> ids) {
    return users.toldApart(ids);
  }
}
