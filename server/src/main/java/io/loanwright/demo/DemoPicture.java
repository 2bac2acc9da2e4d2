package io.loanwright.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Papers of the demo, as pictures. */
final class DemoPicture {

  /** How many there are. */
  static final int NUMBERS = 1_000_000;

  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;

  private DemoPicture() {}

  /**
   * Draws a card with a face and lines, no two alike; without letters, which need fonts.
   *
   * @param number from 0, less than {@value #NUMBERS}
   */
  static byte[] of(int number) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.getHSBColor(number / (float) NUMBERS, 0.12f, 0.96f));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.getHSBColor(number / (float) NUMBERS, 0.5f, 0.5f));
    pen.fillRect(0, 0, WIDTH, 32);
    pen.fillOval(36, 56, 56, 56);
    pen.fillRoundRect(20, 116, 88, 60, 40, 40);
    for (int line = 0; line < 5; line++) {
      pen.fillRect(132, 60 + line * 24, 80 + (number >> line) % 90, 8);
    }
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }
}
