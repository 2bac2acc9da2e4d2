package io.loanwright.document.intake;

import io.loanwright.document.FileType;
import io.loanwright.document.vault.Content;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws pictures anew, so that nothing of a file is left but what one sees: no place where it was
 * taken, no comment, no program hidden behind it. A photograph is turned as its camera says.
 *
 * <p>How many dots there are is read before any is drawn. What has more dots than one looks at is
 * drawn with fewer.
 */
final class Pictures {

  /** The most dots of a picture that is taken. */
  static final long DOTS_MAX = 50_000_000;

  /** The most dots of a picture that is kept; an A4 page has 9 million at 300 dots an inch. */
  static final long DOTS_KEPT = 16_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

  private static final float QUALITY = 0.9f;

  private Pictures() {}

  /** What came of drawing. */
  sealed interface Drawing {

    /** The new picture. */
    record Drawn(Content picture) implements Drawing {}

    /** It cannot be drawn. */
    record Undrawn(Fault fault) implements Drawing {}
  }

  static Drawing drawnAnew(FileType type, byte[] file) {
    try {
      return type == FileType.PNG ? png(file) : jpeg(file);
    } catch (IOException | RuntimeException e) {
      // Readers of broken pictures throw whatever comes to their mind.
      LOG.info("A picture cannot be read: {}", e.toString());
      return new Drawing.Undrawn(Fault.PICTURE_UNREADABLE);
    }
  }

  private static Drawing png(byte[] file) throws IOException {
    Optional<byte[]> plain = PngParts.drawn(file);
    return plain.isEmpty()
        ? new Drawing.Undrawn(Fault.PICTURE_UNREADABLE)
        : redrawn("png", plain.get(), Turn.NONE);
  }

  private static Drawing jpeg(byte[] file) throws IOException {
    return redrawn("jpeg", file, Turn.of(JpegOrientation.of(file)));
  }

  private static Drawing redrawn(String format, byte[] file, Turn turn) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      long dots = (long) reader.getWidth(0) * reader.getHeight(0);
      if (dots > DOTS_MAX) {
        return new Drawing.Undrawn(Fault.PICTURE_TOO_LARGE);
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) dots / DOTS_KEPT));
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage seen = turn.applied(reader.read(0, param));
      return new Drawing.Drawn(new Content(written(format, seen)));
    } finally {
      reader.dispose();
    }
  }

  private static byte[] written(String format, BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * How a picture is turned to be upright, by the values 1 to 8 of a camera.
   *
   * @param isSwapped whether rows become columns; the others say which direction is turned round
   *     after that
   */
  private record Turn(boolean isSwapped, boolean isXBack, boolean isYBack) {

    private static final Turn NONE = new Turn(false, false, false);

    /** Source: Exif 2.32, tag 0x0112, Orientation. */
    private static Turn of(int orientation) {
      return switch (orientation) {
        case 2 -> new Turn(false, true, false);
        case 3 -> new Turn(false, true, true);
        case 4 -> new Turn(false, false, true);
        case 5 -> new Turn(true, false, false);
        case 6 -> new Turn(true, true, false);
        case 7 -> new Turn(true, true, true);
        case 8 -> new Turn(true, false, true);
        default -> NONE;
      };
    }

    private BufferedImage applied(BufferedImage picture) {
      if (equals(NONE)) {
        return picture;
      }
      int width = isSwapped ? picture.getHeight() : picture.getWidth();
      int height = isSwapped ? picture.getWidth() : picture.getHeight();
      BufferedImage turned = new BufferedImage(width, height, picture.getType());
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          Point to = moved(x, y, width, height);
          turned.setRGB(to.x, to.y, picture.getRGB(x, y));
        }
      }
      return turned;
    }

    private Point moved(int x, int y, int width, int height) {
      int column = isSwapped ? y : x;
      int row = isSwapped ? x : y;
      return new Point(isXBack ? width - 1 - column : column, isYBack ? height - 1 - row : row);
    }
  }
}
