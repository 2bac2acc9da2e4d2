package io.loanwright.ledger.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Run;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the journal once, for all that is proven of it.
 *
 * <p>Entries and lines lie in the order in which they were added, so they are read side by side as
 * they lie, and an entry is looked at when its last line has come. Nothing is sorted or looked up.
 */
@Component
public class WholeJournal {

  private static final String ENTRIES =
      "id, lines, number, business_date, branch_id, description, source_type, source_id,"
          + " corrects, recorded_at, recorded_by, booked_on";

  private static final String LINES =
      "entry_id, line, account_id, side, currency, amount_minor, business_date, loan_id";

  private static final String CODES = "SELECT id, code FROM ledger.account";

  /**
   * So many entries may wait for a line, or the order is not the one that was expected, and the
   * statements that name what does not fit have to find out.
   */
  private static final int WAITING_MAX = 200_000;

  /** Behind the number of columns, and the length of each. */
  private static final int ID_AT = 6;

  private static final int NUMBER_AT = 26;

  private final Moment moment;
  private final JdbcClient jdbc;

  WholeJournal(Moment moment, JdbcClient jdbc) {
    this.moment = moment;
    this.jdbc = jdbc;
  }

  /**
   * What came of it.
   *
   * @param entries how many were read
   * @param isWhole whether each entry is complete, of one date, and balances
   * @param sums what stands for the debits and credits by account, currency, dates, branch and the
   *     accounts of the entry
   * @param records what stands for the entries as they are sealed
   * @param moved what stands for what the loans moved, by loan and code of the account
   */
  public record Read(
      long entries, boolean isWhole, Fingerprint sums, Fingerprint records, Fingerprint moved) {}

  /** Reads the journal, or waits for who does so in this run. */
  public Read read(Run run) {
    return run.shared(Read.class, () -> read(new JournalReading(run, codes(run))));
  }

  /** Returns a word for each account. */
  Map<UUID, Long> codes(Run run) {
    Fingerprint fingerprint = run.fingerprint();
    Map<UUID, Long> codes = new HashMap<>();
    jdbc.sql(CODES)
        .query(row -> {
          codes.put(row.getObject("id", UUID.class), fingerprint.word(row.getString("code")));
        });
    return codes;
  }

  private Read read(JournalReading reading) {
    String name = moment.name();
    try (CopiedRows entries = moment.table("ledger.journal_entry", ENTRIES)) {
      return moment.at(
          name,
          () -> {
            try (CopiedRows lines = moment.table("ledger.journal_line", LINES)) {
              boolean complete = new Join(lines, reading).all(entries);
              return reading.result(complete);
            }
          });
    }
  }

  /** An entry some of whose rows were read. */
  static final class Gathered {
    byte @Nullable [] entry;
    byte[][] lines = new byte[4][];
    int expected = Integer.MAX_VALUE;
    int count;

    private void add(byte[] line) {
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, 2 * count);
      }
      lines[count++] = line;
    }
  }

  /** Brings entries and lines together. */
  private static final class Join {

    private final CopiedRows lines;
    private final JournalReading reading;
    private final Map<UUID, Gathered> waiting = new HashMap<>();

    /** The one to which the last line belongs; lines of an entry mostly lie together. */
    private @Nullable Gathered last;

    private byte[] lastLine = new byte[0];

    private Join(CopiedRows lines, JournalReading reading) {
      this.lines = lines;
      this.reading = reading;
    }

    /** Returns whether each entry met as many lines as it says, and each line an entry. */
    private boolean all(CopiedRows entries) {
      for (byte[] entry = entries.next(); entry != null; entry = entries.next()) {
        Gathered gathered = waiting.computeIfAbsent(idOf(entry), _ -> new Gathered());
        gathered.entry = entry;
        gathered.expected = numberOf(entry);
        finish(gathered);
        for (int i = numberOf(entry); i > 0; i--) {
          addNext();
        }
        if (waiting.size() > WAITING_MAX) {
          return false;
        }
      }
      while (waiting.size() <= WAITING_MAX && addNext()) {
        // Lines of entries that were read long ago.
      }
      return waiting.isEmpty();
    }

    private boolean addNext() {
      byte[] line = lines.next();
      if (line == null) {
        return false;
      }
      Gathered gathered = last;
      if (gathered == null || !isOfSame(lastLine, line)) {
        gathered = waiting.computeIfAbsent(idOf(line), _ -> new Gathered());
        last = gathered;
        lastLine = line;
      }
      gathered.add(line);
      finish(gathered);
      return true;
    }

    private void finish(Gathered gathered) {
      byte[] entry = gathered.entry;
      if (entry != null && gathered.count == gathered.expected) {
        waiting.remove(idOf(entry));
        reading.add(gathered);
        last = null;
      }
    }
  }

  private static boolean isOfSame(byte[] one, byte[] other) {
    return CopiedRow.word(one, ID_AT) == CopiedRow.word(other, ID_AT)
        && CopiedRow.word(one, ID_AT + Long.BYTES) == CopiedRow.word(other, ID_AT + Long.BYTES);
  }

  /** Returns the first column of a row of either. */
  private static UUID idOf(byte[] row) {
    return new UUID(CopiedRow.word(row, ID_AT), CopiedRow.word(row, ID_AT + Long.BYTES));
  }

  /** Returns the second: the number of lines, or of the line. */
  static int numberOf(byte[] row) {
    return (row[NUMBER_AT] << Byte.SIZE) | (row[NUMBER_AT + 1] & 0xff);
  }
}
