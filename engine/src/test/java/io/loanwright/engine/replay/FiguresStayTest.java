package io.loanwright.engine.replay;

import io.loanwright.engine.Golden;
import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.RandomHistories;
import io.loanwright.engine.oracle.RandomHistories.Story;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Figures of histories made at random stay what they are.
 *
 * <p>Nobody says that they are right: the published histories, the laws and the second opinion do
 * that for others of their kind. This says that nothing changes them unnoticed. A change that is
 * meant is reviewed in the file: each line is a history with what it owes on a day, and a checksum
 * of all its installments, splits and entries. Stories ask what is owed before they pay, so after a
 * change of figures a line may have other payments, not another debt.
 */
class FiguresStayTest {

  private static final int HISTORIES = 200;

  @Test
  void figuresOfOrdinaryHistoriesStay() {
    assertStay("histories/ordinary.txt", RandomHistories::ordinary);
  }

  @Test
  void figuresOfEventfulHistoriesStay() {
    assertStay("histories/eventful.txt", RandomHistories::eventful);
  }

  @Test
  void figuresWhereInterestFollowsPaymentsStay() {
    assertStay("histories/following.txt", RandomHistories::following);
  }

  private static void assertStay(String file, Function<RandomHistories, Story> kind) {
    Golden.assertMatches(
        file,
        "seed  day         phase",
        HISTORIES,
        seed -> {
          Story story = kind.apply(new RandomHistories(seed));
          return Stream.of(middle(story), story.end())
              .map(day -> "%4d  ".formatted(seed) + line(story, day))
              .toList();
        });
  }

  /** Returns a day on which half of the events have come. */
  private static LocalDate middle(Story story) {
    List<LocalDate> days = story.events().stream().map(LoanEvent::on).sorted().toList();
    LocalDate first = story.events().getFirst().on();
    LocalDate middle = days.get(days.size() / 2).plusDays(3);
    return middle.isBefore(first) ? first : middle;
  }

  /** A history that holds at its end may not have held before what was reversed since. */
  private static String line(Story story, LocalDate day) {
    LoanPosition position;
    try {
      position = Replay.position(story.terms(), story.events(), day);
    } catch (Refused e) {
      return day + "  refused: " + e.refusal().rule();
    }
    return "%s  %-7s %s owed as planned, %s pay it off, %s beyond, %08x"
        .formatted(
            day,
            position.phase(),
            position.outstandingAsPlanned().total(),
            position.payoff().total(),
            position.excess(),
            checksum(position));
  }

  private static long checksum(LoanPosition position) {
    StringBuilder all = new StringBuilder();
    position.installments().forEach(row -> add(all, row));
    position.allocations().forEach(split -> all.append(split.on()).append(split.shares()));
    position.entries().forEach(all::append);
    all.append(position.arrears()).append(position.nextDue()).append(position.closure());
    add(all, position.payoff());
    CRC32 sum = new CRC32();
    sum.update(all.toString().getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private static void add(StringBuilder all, InstallmentPosition row) {
    all.append(row.installment().dueOn()).append(row.installment().balanceAfter());
    add(all, row.installment().asked());
    add(all, row.paid());
    add(all, row.waived());
    all.append(row.paidInAdvance()).append(row.paidLate());
    all.append(row.completedOn()).append(row.status()).append('\n');
  }

  private static void add(StringBuilder all, Split split) {
    all.append(split.principal()).append(split.interest());
    all.append(split.fees()).append(split.penalties());
  }
}
