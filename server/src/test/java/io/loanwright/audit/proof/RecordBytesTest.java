package io.loanwright.audit.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, identities and hashes are hashed as the texts that people write for them. */
class RecordBytesTest {

  private static final byte[] KIND = "journal".getBytes(UTF_8);

  private final RecordBytes record = new RecordBytes();

  private byte[] hash(Runnable field) {
    record.start(KIND, 1, 2);
    field.run();
    byte[] hash = new byte[RecordBytes.HASH];
    record.hash(hash);
    return hash;
  }

  private byte[] hashOf(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return hash(() -> record.text(utf8, 0, utf8.length));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        7,
        9,
        10,
        42,
        99,
        100,
        105,
        1_000,
        1_203,
        99_999,
        100_000,
        1_772_409_600_123_456L,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        -1,
        -120,
        Long.MIN_VALUE
      })
  void aNumberIsItsDecimalDigits(long number) {
    assertThat(hash(() -> record.number(number))).isEqualTo(hashOf(Long.toString(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "0198f3a1-9abc-7def-8012-3456789abcde",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void anIdentityIsItsText(String text) {
    UUID id = UUID.fromString(text);

    assertThat(hash(() -> record.uuid(id.getMostSignificantBits(), id.getLeastSignificantBits())))
        .isEqualTo(hashOf(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "0f", "a07f80ff"})
  void aHashIsItsHexadecimalDigits(String digits) {
    byte[] bytes = HexFormat.of().parseHex(digits);

    assertThat(hash(() -> record.hex(bytes))).isEqualTo(hashOf(digits));
  }
}
