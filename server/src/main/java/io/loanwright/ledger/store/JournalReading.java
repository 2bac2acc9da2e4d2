package io.loanwright.ledger.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.RecordBytes;
import io.loanwright.audit.proof.Run;
import io.loanwright.ledger.store.WholeJournal.Gathered;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Takes one entry after the other, with its lines: hashes it, checks it and adds it up. */
final class JournalReading {

  private static final int ID = 0;
  private static final int LINES = 1;
  private static final int NUMBER = 2;
  private static final int BUSINESS_DATE = 3;
  private static final int BRANCH = 4;
  private static final int DESCRIPTION = 5;
  private static final int SOURCE_TYPE = 6;
  private static final int SOURCE_ID = 7;
  private static final int CORRECTS = 8;
  private static final int RECORDED_AT = 9;
  private static final int RECORDED_BY = 10;
  private static final int BOOKED_ON = 11;
  private static final int ENTRY_COLUMNS = 12;

  private static final int LINE = 1;
  private static final int ACCOUNT = 2;
  private static final int SIDE = 3;
  private static final int CURRENCY = 4;
  private static final int AMOUNT = 5;
  private static final int LINE_DATE = 6;
  private static final int LOAN = 7;
  private static final int LINE_COLUMNS = 8;

  private static final byte[] KIND = JournalRows.KIND.getBytes(US_ASCII);
  private static final byte[] BOOKED = "booked on ".getBytes(US_ASCII);
  private static final byte SPACE = ' ';

  private static final Comparator<byte[]> BY_NUMBER =
      Comparator.comparingInt(WholeJournal::numberOf);

  private final Codes codes;
  private final Patterns patterns = new Patterns();
  private final RecordBytes record = new RecordBytes();
  private final byte[] hash = new byte[RecordBytes.HASH];
  private final CopiedRow entry = new CopiedRow(ENTRY_COLUMNS);
  private final CopiedRow line = new CopiedRow(LINE_COLUMNS);
  private final Fingerprint sums;
  private final Fingerprint records;
  private final Fingerprint moved;
  private boolean isWhole = true;
  private long entries;

  /** Of the currencies of an entry: which, and debits less credits. */
  private int[] currencies = new int[2];

  private long[] offs = new long[2];
  private int currencyCount;

  /**
   * Begins.
   *
   * @param codes what stands for the code of each account
   */
  JournalReading(Run run, Map<UUID, Long> codes) {
    this.codes = new Codes(codes);
    this.records = run.fingerprint();
    this.moved = run.fingerprint();
    this.sums = run.fingerprint();
  }

  WholeJournal.Read result(boolean complete) {
    return new WholeJournal.Read(entries, complete && isWhole, sums, records, moved);
  }

  /** Takes an entry all of whose lines are there. */
  void add(Gathered gathered) {
    entries++;
    byte[][] lines = gathered.lines;
    Arrays.sort(lines, 0, gathered.count, BY_NUMBER);
    entry.on(Objects.requireNonNull(gathered.entry));
    startRecord();
    long on = entry.day(BUSINESS_DATE);
    long booked = entry.isNull(BOOKED_ON) ? on : entry.day(BOOKED_ON);
    DaySum when =
        new DaySum(entry.high(BRANCH), entry.low(BRANCH), on, booked, !entry.isNull(CORRECTS));
    currencyCount = 0;
    patterns.of(gathered);
    for (int i = 0; i < gathered.count; i++) {
      line.on(lines[i]);
      addToRecord();
      isWhole &= line.int2(LINE) == i + 1 && line.day(LINE_DATE) == on;
      addUp(when);
    }
    record.hash(hash);
    records.begin().put(entry.high(ID)).put(entry.low(ID)).putHash(hash, 0).add();
    for (int i = 0; i < currencyCount; i++) {
      isWhole &= offs[i] == 0;
    }
  }

  private void startRecord() {
    record.start(KIND, entry.high(ID), entry.low(ID));
    record.number(entry.int8(NUMBER));
    record.day(entry.day(BUSINESS_DATE));
    record.uuid(entry, BRANCH);
    record.text(entry, DESCRIPTION);
    record.text(entry, SOURCE_TYPE);
    record.uuid(entry, SOURCE_ID);
    record.uuid(entry, CORRECTS);
    record.number(entry.int2(LINES));
    record.number(entry.micros(RECORDED_AT));
    record.uuid(entry, RECORDED_BY);
    if (!entry.isNull(BOOKED_ON)) {
      record.begin();
      record.part(BOOKED, 0, BOOKED.length);
      record.partDay(entry.day(BOOKED_ON));
      record.end();
    }
  }

  private void addToRecord() {
    record.begin();
    record.partNumber(line.int2(LINE));
    record.part(SPACE);
    record.partUuid(line.high(ACCOUNT), line.low(ACCOUNT));
    record.part(SPACE);
    record.part(line.int1(SIDE));
    record.part(SPACE);
    record.part(line.bytes(), line.start(CURRENCY), line.length(CURRENCY));
    record.part(SPACE);
    record.partNumber(line.int8(AMOUNT));
    record.part(SPACE);
    record.partDay(line.day(LINE_DATE));
    if (!line.isNull(LOAN)) {
      record.part(SPACE);
      record.partUuid(line.high(LOAN), line.low(LOAN));
    }
    record.end();
  }

  private void addUp(DaySum when) {
    long amount = line.int8(AMOUNT);
    boolean isDebit = line.int1(SIDE) == 'D';
    long off = isDebit ? amount : -amount;
    int currency = DaySum.currency(line, CURRENCY);
    when.add(
        sums,
        new DaySum.Account(line.high(ACCOUNT), line.low(ACCOUNT), currency, patterns.in(currency)),
        isDebit,
        amount);
    int place = placeOf(currency);
    long sum = offs[place] + off;
    // What is too great for a number is left to the statements.
    isWhole &= ((offs[place] ^ sum) & (off ^ sum)) >= 0;
    offs[place] = sum;
    if (!line.isNull(LOAN)) {
      moved
          .begin()
          .put(line.high(LOAN))
          .put(line.low(LOAN))
          .put(codes.of(line.high(ACCOUNT), line.low(ACCOUNT)))
          .add(off);
    }
  }

  /** What stands for the accounts of an entry in each of its currencies. */
  private final class Patterns {

    private int[] in = new int[4];
    private long[] words = new long[4];
    private int count;

    private void of(Gathered gathered) {
      if (words.length < gathered.count) {
        words = new long[gathered.count];
        in = new int[gathered.count];
      }
      count = 0;
      for (int i = 0; i < gathered.count; i++) {
        line.on(gathered.lines[i]);
        note(codes.of(line.high(ACCOUNT), line.low(ACCOUNT)), DaySum.currency(line, CURRENCY));
      }
    }

    /** An account that comes again is in it once. */
    private void note(long word, int currency) {
      for (int i = 0; i < count; i++) {
        if (words[i] == word && in[i] == currency) {
          return;
        }
      }
      words[count] = word;
      in[count++] = currency;
    }

    /** The order of the accounts is of no account. */
    private long in(int currency) {
      long sum = 0;
      for (int i = 0; i < count; i++) {
        sum += in[i] == currency ? words[i] : 0;
      }
      return sum;
    }
  }

  /** What stands for the codes of accounts, of which there are few. */
  private static final class Codes {

    private final long[] high;
    private final long[] low;
    private final long[] words;

    /** Where the last one was found; mostly the same few follow each other. */
    private int last;

    private Codes(Map<UUID, Long> codes) {
      List<UUID> ids = List.copyOf(codes.keySet());
      high = ids.stream().mapToLong(UUID::getMostSignificantBits).toArray();
      low = ids.stream().mapToLong(UUID::getLeastSignificantBits).toArray();
      words = ids.stream().mapToLong(codes::get).toArray();
    }

    /** Returns 0 for an account that is gone. */
    private long of(long accountHigh, long accountLow) {
      for (int i = 0; i < words.length; i++) {
        int place = last + i < words.length ? last + i : last + i - words.length;
        if (low[place] == accountLow && high[place] == accountHigh) {
          last = place;
          return words[place];
        }
      }
      return 0;
    }
  }

  private int placeOf(int currency) {
    for (int i = 0; i < currencyCount; i++) {
      if (currencies[i] == currency) {
        return i;
      }
    }
    if (currencyCount == currencies.length) {
      currencies = Arrays.copyOf(currencies, 2 * currencyCount);
      offs = Arrays.copyOf(offs, 2 * currencyCount);
    }
    currencies[currencyCount] = currency;
    offs[currencyCount] = 0;
    return currencyCount++;
  }
}
