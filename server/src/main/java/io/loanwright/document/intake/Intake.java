package io.loanwright.document.intake;

import io.loanwright.document.Document;
import io.loanwright.document.FileType;
import io.loanwright.document.vault.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Takes files in: scans them, looks at what they are, and makes them fit to be kept.
 *
 * <p>A file is in memory meanwhile, and a picture takes many times its file. So few are worked on
 * at once, pictures one by one, and the others wait.
 */
@Component
public class Intake {

  private static final int FILES_AT_ONCE = 4;
  private static final int WAIT_SECONDS = 30;

  private final VirusScanner scanner;
  private final Semaphore files = new Semaphore(FILES_AT_ONCE, true);
  private final Semaphore pictures = new Semaphore(1, true);

  Intake(VirusScanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Takes a file in, once there is room for it; who waits too long is told so.
   *
   * @param content the file; read here, closed by whoever opened it
   */
  public Taking take(InputStream content) throws IOException {
    if (!mayEnter()) {
      return new Taking.Busy();
    }
    try {
      byte[] came = content.readNBytes((int) Document.SIZE_MAX + 1);
      if (came.length == 0) {
        return new Taking.Empty();
      }
      if (came.length > Document.SIZE_MAX) {
        return new Taking.TooLarge();
      }
      return scanned(came);
    } finally {
      files.release();
    }
  }

  private boolean mayEnter() {
    try {
      return files.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Taking scanned(byte[] came) throws IOException {
    String found = FileTypes.of(new ByteArrayInputStream(came));
    Optional<FileType> type = FileType.of(found);
    if (type.isEmpty()) {
      return new Taking.TypeRefused(found);
    }
    return switch (scanner.scan(came)) {
      case VirusScanner.Verdict.Clean _ -> cleaned(type.get(), came);
      case VirusScanner.Verdict.Found(String signature) -> new Taking.Infected(signature);
      case VirusScanner.Verdict.Away _ -> new Taking.ScannerAway();
    };
  }

  private Taking cleaned(FileType type, byte[] came) {
    return switch (type) {
      case PDF ->
          PdfLook.fault(came)
              .<Taking>map(Taking.Unfit::new)
              .orElseGet(() -> new Taking.Taken(type, new Content(came)));
      case PNG, JPEG -> drawn(type, came);
    };
  }

  private Taking drawn(FileType type, byte[] came) {
    pictures.acquireUninterruptibly();
    try {
      return switch (Pictures.drawnAnew(type, came)) {
        case Pictures.Drawing.Drawn(Content picture) ->
            picture.size() > Document.SIZE_MAX
                ? new Taking.TooLarge()
                : new Taking.Taken(type, picture);
        case Pictures.Drawing.Undrawn(Fault fault) -> new Taking.Unfit(fault);
      };
    } finally {
      pictures.release();
    }
  }
}
