package io.loanwright.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.document.DocumentFixtures;
import io.loanwright.document.FileType;
import io.loanwright.document.intake.Pictures.Drawing;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a picture. */
class PicturesTest {

  private static final String SECRET = "GPS 14.5995 N, 120.9842 E";

  /**
   * A picture 32 wide and 16 high, red in its first quarter, is held in eight ways. The two numbers
   * say where the red quarter is when it is upright.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 32, 4, 4",
    "2, 32, 28, 4",
    "3, 32, 28, 12",
    "4, 32, 4, 12",
    "5, 16, 4, 4",
    "6, 16, 12, 4",
    "7, 16, 12, 28",
    "8, 16, 4, 28",
    "9, 32, 4, 4",
  })
  void aPhotographIsTurnedAsItsCameraSaysAndForgetsWhereItWasTaken(
      int orientation, int width, int x, int y) throws IOException {
    byte[] photograph = withExif(DocumentFixtures.written("jpeg", corner()), orientation);

    byte[] kept = drawn(FileType.JPEG, photograph);

    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(new Color(seen.getRGB(x, y)).getRed()).isGreaterThan(200);
    assertThat(new Color(seen.getRGB(seen.getWidth() - 1 - x, y)).getRed()).isLessThan(60);
    assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains(SECRET);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "Exif");
  }

  @Test
  void aPngKeepsItsDotsAndLosesTheRest() throws IOException {
    byte[] plain = DocumentFixtures.written("png", corner());
    byte[] told = withPart(plain, "tEXt", ("Comment\0" + SECRET).getBytes(StandardCharsets.UTF_8));
    byte[] hiding = Arrays.copyOf(told, told.length + 5);

    byte[] kept = drawn(FileType.PNG, hiding);

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getRGB(4, 4))
        .isEqualTo(Color.RED.getRGB());
    assertThat(kept).hasSizeLessThan(told.length);
  }

  @Test
  void aPackedCommentIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      for (int megabyte = 0; megabyte < 200; megabyte++) {
        out.write(new byte[1024 * 1024]);
      }
    }
    BufferedImage picture = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_INDEXED);
    byte[] bomb = withPart(DocumentFixtures.written("png", picture), "zTXt", packed.toByteArray());

    assertThat(drawn(FileType.PNG, bomb)).hasSizeLessThan(2000);
  }

  @Test
  void dotsAreCountedBeforeAnyIsDrawn() throws IOException {
    byte[] small = DocumentFixtures.written("png", corner());
    byte[] bomb = withSize(small, 60_000, 60_000);
    byte[] broken = Arrays.copyOf(small, 60);

    assertThat(Pictures.drawnAnew(FileType.PNG, bomb))
        .isEqualTo(new Drawing.Undrawn(Fault.PICTURE_TOO_LARGE));
    assertThat(Pictures.drawnAnew(FileType.PNG, broken))
        .isEqualTo(new Drawing.Undrawn(Fault.PICTURE_UNREADABLE));
    assertThat(Pictures.drawnAnew(FileType.JPEG, new byte[] {-1, -40, -1, -32, 0, 4, 0, 0}))
        .isEqualTo(new Drawing.Undrawn(Fault.PICTURE_UNREADABLE));
  }

  @Test
  void moreDotsThanOneLooksAtAreNotKept() throws IOException {
    BufferedImage large = new BufferedImage(5_000, 4_000, BufferedImage.TYPE_BYTE_GRAY);

    byte[] kept = drawn(FileType.PNG, DocumentFixtures.written("png", large));

    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(seen.getWidth()).isEqualTo(2_500);
    assertThat(seen.getHeight()).isEqualTo(2_000);
  }

  private static byte[] drawn(FileType type, byte[] file) {
    return switch (Pictures.drawnAnew(type, file)) {
      case Drawing.Drawn drawn -> drawn.picture().bytes();
      case Drawing.Undrawn undrawn -> throw new AssertionError(undrawn);
    };
  }

  private static BufferedImage corner() {
    BufferedImage picture = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 16; x++) {
        picture.setRGB(x, y, Color.RED.getRGB());
      }
    }
    return picture;
  }

  /** Puts what a camera notes after the first two bytes of a photograph. */
  private static byte[] withExif(byte[] photograph, int orientation) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    byte[] place = SECRET.getBytes(StandardCharsets.US_ASCII);
    out.write(photograph, 0, 2);
    out.writeShort(0xFFE1);
    out.writeShort(2 + 6 + 8 + 2 + 12 + 4 + place.length);
    out.writeBytes("Exif\0\0MM\0*");
    out.writeInt(8);
    out.writeShort(1);
    out.writeShort(0x0112);
    out.writeShort(3);
    out.writeInt(1);
    out.writeShort(orientation);
    out.writeShort(0);
    out.writeInt(0);
    out.write(place);
    out.write(photograph, 2, photograph.length - 2);
    return file.toByteArray();
  }

  /** Puts a part after the first one of a PNG, which ends at byte 33. */
  private static byte[] withPart(byte[] png, String name, byte[] data) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.write(png, 0, 33);
    out.writeInt(data.length);
    out.writeBytes(name);
    out.write(data);
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    out.writeInt((int) crc.getValue());
    out.write(png, 33, png.length - 33);
    return file.toByteArray();
  }

  /** Says another size than a PNG has. */
  private static byte[] withSize(byte[] png, int width, int height) {
    byte[] file = png.clone();
    ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(file, 12, 17);
    ByteBuffer.wrap(file).putInt(29, (int) crc.getValue());
    return file;
  }
}
