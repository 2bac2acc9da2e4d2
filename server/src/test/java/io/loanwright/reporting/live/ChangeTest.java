package io.loanwright.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What instances tell each other, and whom it concerns. */
class ChangeTest {

  private static final UUID HERE = UUID.randomUUID();
  private static final UUID THERE = UUID.randomUUID();

  private static Caller caller(Permission permission, Scope scope) {
    return new Caller(
        UUID.randomUUID(),
        "Maria",
        "ANY",
        Map.of(permission, scope),
        List.of(),
        HERE,
        null,
        Origin.LOCAL);
  }

  @Test
  void whatIsToldIsHeard() {
    for (Change change : List.of(new Change(Topic.LENDING, HERE), new Change(Topic.BOOKS, null))) {
      assertThat(Change.of(change.text())).contains(change);
    }
    assertThat(Change.of("OF_A_NEWER_INSTANCE")).isEqualTo(Optional.empty());
    assertThat(Change.of("LENDING:of-something-else")).isEqualTo(Optional.empty());
  }

  @Test
  void everyDeedIsARowOfTheTrailAndWhatMovesMoneyIsInTheBooks() {
    for (String action :
        List.of(
            "charge.add", "interest.waive", "schedule.restructure", "loan.top_up", "loan.repay")) {
      assertThat(Topic.of(action)).containsExactly(Topic.LENDING, Topic.BOOKS, Topic.TRAIL);
    }
    for (String action : List.of("user.sign_in", "document.view", "mail.read", "of_tomorrow.do")) {
      assertThat(Topic.of(action)).containsExactly(Topic.TRAIL);
    }
  }

  @Test
  void aBranchIsToldOfItselfOnlyAndNobodyOfWhatHeMayNotSee() {
    Caller branch = caller(Permission.DASHBOARD_VIEW, Scope.BRANCH);

    assertThat(new Change(Topic.LENDING, HERE).concerns(branch)).isTrue();
    assertThat(new Change(Topic.LENDING, null).concerns(branch)).isTrue();
    assertThat(new Change(Topic.LENDING, THERE).concerns(branch)).isFalse();
    assertThat(new Change(Topic.BOOKS, HERE).concerns(branch)).isFalse();
    assertThat(
            new Change(Topic.LENDING, THERE)
                .concerns(caller(Permission.DASHBOARD_VIEW, Scope.ORGANIZATION)))
        .isTrue();
  }

  @Test
  void moreBranchesThanFitAreToldAsAny() {
    List<Change> many =
        Stream.generate(() -> new Change(Topic.LENDING, UUID.randomUUID())).limit(500).toList();

    assertThat(Announcer.text(many)).isEqualTo("LENDING");
  }
}
