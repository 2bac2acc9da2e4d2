package io.loanwright.document.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what does more than show a page in a PDF: programs, forms that send, sounds and films,
 * files in the file.
 *
 * <p>It reads the names of a PDF wherever they are, in the open and in packed objects, without
 * following what refers to what; so it sees what a reader might find. Whatever follows the word
 * that begins an object, even in a string, is read as one; how much of that there may be is
 * limited. It does not promise to find what a faulty reader makes of a broken file.
 *
 * <p>Source of the names: ISO 32000-2, sections 7.2 to 7.3.5, 7.5.7 and 12.6.4.
 */
final class PdfLook {

  /** The most bytes that the packed objects of a file may unpack to. */
  static final int UNPACKED_MAX = 64 * 1024 * 1024;

  /** The most signs of dictionaries that are read; those of a plain file are not in each other. */
  static final int READ_MAX = 64 * 1024 * 1024;

  /** The most packed objects; one of them has a hundred objects or so. */
  static final int PACKED_MAX = 10_000;

  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "Launch",
          "EmbeddedFile",
          "EmbeddedFiles",
          "RichMedia",
          "Rendition",
          "Sound",
          "Movie",
          "ImportData",
          "SubmitForm",
          "XFA");

  private static final String LOCKED = "Encrypt";
  private static final String DECODE = "Decode";

  /** Not all readers ask for the type of packed objects, but all for where the first one is. */
  private static final Set<String> PACKED = Set.of("ObjStm", "First");

  /** How data are packed: by one way that is named on the spot, or by whatever else. */
  private static final Set<String> USUAL_WAY = Set.of("Filter", "FlateDecode");

  private static final Set<String> TELLING =
      Set.of(LOCKED, "ObjStm", "First", "Filter", "DecodeParms", "DP", "F");
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NAME_MAX = 40;
  private static final int WINDOW = 64 * 1024;

  private final byte[] file;
  private final byte[] window = new byte[WINDOW];
  private int unpacked;
  private int packed;
  private long read;

  private PdfLook(byte[] file) {
    this.file = file;
  }

  /** Returns why a PDF is not taken, if so. */
  static Optional<Fault> fault(byte[] file) {
    return new PdfLook(file).fault();
  }

  private Optional<Fault> fault() {
    Set<String> open = names(file, 0, file.length);
    if (open.contains(LOCKED)) {
      return Optional.of(Fault.PDF_LOCKED);
    }
    if (isActive(open)) {
      return Optional.of(Fault.PDF_ACTIVE);
    }
    return packedFault();
  }

  /** Reads on from each word that begins an object, also where it is in the data of another. */
  private Optional<Fault> packedFault() {
    for (int at = 0; at <= file.length - OBJECT.length; at++) {
      if (isAt(at, OBJECT)) {
        Optional<Fault> fault = faultOfObject(at + OBJECT.length);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> faultOfObject(int afterWord) {
    PdfDictionary dictionary = PdfDictionary.at(file, afterWord);
    read += dictionary.read();
    if (read > READ_MAX) {
      return Optional.of(Fault.PDF_PACKED);
    }
    if (!isAt(dictionary.next(), STREAM)) {
      return Optional.empty();
    }
    Set<String> names = names(file, dictionary.from(), dictionary.next());
    if (!names.removeAll(PACKED)) {
      return Optional.empty();
    }
    packed++;
    if (packed > PACKED_MAX) {
      return Optional.of(Fault.PDF_PACKED);
    }
    if (names.isEmpty()) {
      return Optional.empty(); // its names were seen with those in the open
    }
    return names.equals(USUAL_WAY)
        ? unpackedFault(dataAfter(dictionary.next() + STREAM.length))
        : Optional.of(Fault.PDF_PACKED);
  }

  private boolean isAt(int at, byte[] word) {
    return at <= file.length - word.length
        && file[at] == word[0]
        && Arrays.equals(file, at, at + word.length, word, 0, word.length);
  }

  private Optional<Fault> unpackedFault(int start) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, start, file.length - start);
      int kept = 0;
      while (!inflater.finished()) {
        int count = inflater.inflate(window, kept, window.length - kept);
        unpacked += count;
        if (unpacked > UNPACKED_MAX || (count == 0 && !inflater.finished())) {
          return Optional.of(Fault.PDF_PACKED);
        }
        int end = kept + count;
        if (isActive(names(window, 0, end))) {
          return Optional.of(Fault.PDF_ACTIVE);
        }
        kept = Math.min(end, 3 * NAME_MAX + 1); // a name may go on in the next window
        System.arraycopy(window, end - kept, window, 0, kept);
      }
      return Optional.empty();
    } catch (DataFormatException _) {
      return Optional.of(Fault.PDF_PACKED);
    } finally {
      inflater.end();
    }
  }

  private static boolean isActive(Set<String> names) {
    return names.stream().anyMatch(ACTIVE::contains);
  }

  private int dataAfter(int afterWord) {
    int at = afterWord;
    while (at < file.length && (file[at] == '\r' || file[at] == '\n' || file[at] == ' ')) {
      at++;
    }
    return at;
  }

  /** Returns those names in some bytes that matter here. */
  private static Set<String> names(byte[] bytes, int from, int to) {
    Set<String> names = new HashSet<>();
    for (int at = from; at < to; at++) {
      if (bytes[at] == '/') {
        String name = name(bytes, at + 1, to);
        if (ACTIVE.contains(name) || TELLING.contains(name) || name.endsWith(DECODE)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Reads a name, in which a sign may be written by its number: {@code J#61vaScript}. */
  private static String name(byte[] bytes, int from, int to) {
    StringBuilder name = new StringBuilder();
    int at = from;
    while (at < to && name.length() < NAME_MAX && isRegular(bytes[at])) {
      if (bytes[at] == '#' && at + 2 < to && isHex(bytes[at + 1]) && isHex(bytes[at + 2])) {
        name.append(
            (char) (Character.digit(bytes[at + 1], 16) * 16 + Character.digit(bytes[at + 2], 16)));
        at += 3;
      } else {
        name.append((char) (bytes[at] & 0xFF));
        at++;
      }
    }
    return name.toString();
  }

  private static boolean isHex(byte sign) {
    return Character.digit(sign, 16) >= 0;
  }

  private static boolean isRegular(byte sign) {
    return sign < 0 || (sign > ' ' && "()<>[]{}/%".indexOf(sign) < 0);
  }
}
