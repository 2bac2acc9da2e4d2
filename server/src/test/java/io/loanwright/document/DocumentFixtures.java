package io.loanwright.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Files to be filed. */
public final class DocumentFixtures {

  private DocumentFixtures() {}

  /** Returns a file that begins as a PDF does, and that nobody has filed yet. */
  public static byte[] pdf() {
    return pdf(UUID.randomUUID().toString());
  }

  /** Returns a PDF with something in it. */
  public static byte[] pdf(String body) {
    return ("%PDF-1.7\n" + body).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns a small picture of noise, which nobody has filed yet. */
  public static byte[] picture(String format) {
    BufferedImage picture = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, ThreadLocalRandom.current().nextInt());
      }
    }
    return written(format, picture);
  }

  /** Returns the file of a picture. */
  public static byte[] written(String format, BufferedImage picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
