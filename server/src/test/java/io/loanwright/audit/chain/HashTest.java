package io.loanwright.audit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.audit.proof.RecordBytes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two records never have the same hash for having their text divided in another way. */
class HashTest {

  private static final UUID ID = UUID.fromString("01a2007e-f18a-7000-bdf3-b85338e80001");

  @Test
  void textThatMovesFromOneFieldToTheNextIsAnotherRecord() {
    assertThat(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
    assertThat(hash("", "x")).isNotEqualTo(hash("x", ""));
  }

  @Test
  void nothingIsNotEmptyText() {
    assertThat(Hash.ofRecord("trail", ID, Arrays.asList("a", null)))
        .isNotEqualTo(hash("a", ""))
        .isNotEqualTo(hash("a"));
  }

  @Test
  void theKindAndTheIdAreOfTheRecord() {
    assertThat(Hash.ofRecord("journal", ID, List.of("a"))).isNotEqualTo(hash("a"));
    assertThat(Hash.ofRecord("trail", new UUID(0, 1), List.of("a"))).isNotEqualTo(hash("a"));
  }

  /** By hand: sha256 of 00, then each of "trail", the id and "a" after its length. */
  @Test
  void aRecordIsHashedAsTheManualSays() {
    assertThat(hash("a"))
        .hasToString("9a7676923512a643af2624d732c9ee53a9c887655f0fd998baf58f8f6cef153f");
  }

  /**
   * By hand: 32 zero bytes, 1 in 8, "trail" after its length, 1,500,000 microseconds in 8, root.
   */
  @Test
  void aHeadIsHashedAsTheManualSays() {
    List<Hash> leaves = List.of(hash("a"));
    Seal seal =
        new Seal(
            1,
            Instant.parse("1970-01-01T00:00:01.5Z"),
            "trail",
            List.of(ID),
            leaves,
            Hash.rootOf(leaves));

    assertThat(Hash.headOf(Hash.NONE, seal))
        .hasToString("62f5abb197fec0ead2bab7fa06cb38a756d6222060553c912f2b12ad796e644c");
  }

  @Test
  void theRootOfOneLeafIsTheLeafAndOrderCounts() {
    List<Hash> leaves = IntStream.range(0, 5).mapToObj(i -> hash("" + i)).toList();

    assertThat(Hash.rootOf(leaves.subList(0, 1))).isEqualTo(leaves.getFirst());
    assertThat(Hash.rootOf(leaves)).isNotEqualTo(Hash.rootOf(leaves.reversed()));
    assertThat(Hash.rootOf(leaves)).isNotEqualTo(Hash.rootOf(leaves.subList(0, 4)));
  }

  /** The tree of three leaves of RFC 6962: ((a, b), c). */
  @Test
  void anOddLeafRisesAsItIs() {
    Hash a = hash("a");
    Hash b = hash("b");
    Hash c = hash("c");

    assertThat(Hash.rootOf(List.of(a, b, c)))
        .isEqualTo(Hash.rootOf(List.of(Hash.rootOf(List.of(a, b)), c)));
  }

  @Test
  void bytesOfAnotherLengthAreNoHash() {
    assertThatThrownBy(() -> Hash.of(HexFormat.of().parseHex("00")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Hash hash(String... fields) {
    return Hash.ofRecord("trail", ID, Arrays.asList(fields));
  }

  @Test
  void theRootIsTheSameHoweverTheLeavesAreKept() {
    for (int count = 1; count <= 40; count++) {
      List<Hash> leaves =
          IntStream.range(0, count).mapToObj(leaf -> hash(String.valueOf(leaf))).toList();
      ByteBuffer joined = ByteBuffer.allocate(count * Hash.BYTES);
      leaves.forEach(leaf -> joined.put(leaf.bytes()));

      assertThat(Hash.rootOf(joined.array())).isEqualTo(Hash.rootOf(leaves));
    }
  }

  /** Each of two programs that make a hash says whether the other one is right. */
  @Test
  void aRecordInOneBufferHasTheSameHash() {
    List<@Nullable String> fields =
        Arrays.asList(
            "0", "-1", "9223372036854775807", ID.toString(), "1999-12-31", null, "", "ü", "0aff");
    RecordBytes record = new RecordBytes();
    record.start(
        "trail".getBytes(UTF_8), ID.getMostSignificantBits(), ID.getLeastSignificantBits());
    record.number(0);
    record.number(-1);
    record.number(Long.MAX_VALUE);
    record.uuid(ID.getMostSignificantBits(), ID.getLeastSignificantBits());
    record.day(LocalDate.of(1999, 12, 31).toEpochDay());
    record.none();
    record.text(new byte[0], 0, 0);
    record.text("xü".getBytes(UTF_8), 1, 2);
    record.hex(new byte[] {0x0a, -1});
    byte[] hash = new byte[RecordBytes.HASH];
    record.hash(hash);

    assertThat(Hash.of(hash)).isEqualTo(Hash.ofRecord("trail", ID, fields));
  }
}
