package io.loanwright.document.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a PNG that are drawn. Comments and colour profiles can be packed to unpack into any
 * size, so they are taken off before anybody reads them.
 *
 * <p>Source: PNG specification, third edition, section 5.
 */
final class PngParts {

  private static final int SIGNATURE_BYTES = 8;
  private static final int FRAME_BYTES = 12;
  private static final String END = "IEND";
  private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", END);

  private PngParts() {}

  /** Returns the picture with what is drawn only, or nothing if it is not made of parts. */
  static Optional<byte[]> drawn(byte[] file) {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream(file.length);
    drawn.write(file, 0, SIGNATURE_BYTES);
    int at = SIGNATURE_BYTES;
    while (at <= file.length - FRAME_BYTES) {
      int length = ByteBuffer.wrap(file, at, Integer.BYTES).getInt();
      if (length < 0 || length > file.length - at - FRAME_BYTES) {
        return Optional.empty();
      }
      String name =
          new String(Arrays.copyOfRange(file, at + 4, at + 8), StandardCharsets.ISO_8859_1);
      if (DRAWN.contains(name)) {
        drawn.write(file, at, length + FRAME_BYTES);
      }
      if (name.equals(END)) {
        return Optional.of(drawn.toByteArray());
      }
      at += length + FRAME_BYTES;
    }
    return Optional.empty();
  }
}
