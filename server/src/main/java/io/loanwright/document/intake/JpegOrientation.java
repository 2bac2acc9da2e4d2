package io.loanwright.document.intake;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as it notes in its photographs.
 *
 * <p>Source: Exif 2.32, sections 4.5 and 4.6.
 */
final class JpegOrientation {

  private static final int UPRIGHT = 1;
  private static final int APP1 = 0xFFE1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private JpegOrientation() {}

  /** Returns 1 to 8; 1, which is upright, where nothing is noted that can be read. */
  static int of(byte[] file) {
    try {
      ByteBuffer parts = ByteBuffer.wrap(file);
      parts.position(2);
      while (parts.remaining() > 4) {
        int marker = Short.toUnsignedInt(parts.getShort());
        int length = Short.toUnsignedInt(parts.getShort()) - 2;
        if (marker >>> Byte.SIZE != 0xFF || marker == START_OF_SCAN || length < 0) {
          return UPRIGHT;
        }
        ByteBuffer part = parts.slice(parts.position(), length);
        if (marker == APP1 && isExif(part)) {
          return noted(part.slice());
        }
        parts.position(parts.position() + length);
      }
      return UPRIGHT;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
      return UPRIGHT;
    }
  }

  private static boolean isExif(ByteBuffer part) {
    if (part.remaining() < EXIF.length) {
      return false;
    }
    byte[] head = new byte[EXIF.length];
    part.get(head);
    return Arrays.equals(head, EXIF);
  }

  private static int noted(ByteBuffer tiff) {
    boolean isLittle = tiff.get(0) == 'I';
    tiff.order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + entry * ENTRY_BYTES;
      if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
        int value = tiff.getShort(at + 8);
        return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
