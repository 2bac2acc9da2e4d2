package io.loanwright.document.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what does more than show a page in a PDF: programs, forms that send, files in the file.
 *
 * <p>It reads the names of a PDF wherever they are, in the open and in packed objects, without
 * following what refers to what; so it sees what a reader might find, at most once through the
 * file. It does not promise to find what a faulty reader makes of a broken file.
 *
 * <p>Source of the names: ISO 32000-2, sections 7.3.5, 7.5.7 and 12.6.4.
 */
final class PdfLook {

  /** The most bytes that the packed objects of a file may unpack to. */
  static final int UNPACKED_MAX = 64 * 1024 * 1024;

  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "Launch",
          "EmbeddedFile",
          "EmbeddedFiles",
          "RichMedia",
          "Rendition",
          "ImportData",
          "SubmitForm",
          "XFA");

  private static final String LOCKED = "Encrypt";
  private static final String PACKED = "ObjStm";
  private static final String DECODE = "Decode";
  private static final String UNPACKED_BY = "FlateDecode";
  private static final String HOW_UNPACKED = "DecodeParms";
  private static final String ELSEWHERE = "F";
  private static final Set<String> TELLING = Set.of(LOCKED, PACKED, HOW_UNPACKED, ELSEWHERE);
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] OBJECT = " obj".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NAME_MAX = 40;
  private static final int DICTIONARY_MAX = 4096;

  private final byte[] file;
  private int unpacked;

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
    return open.contains(PACKED) ? packedFault() : Optional.empty();
  }

  private Optional<Fault> packedFault() {
    int at = nextStream(0);
    while (at >= 0) {
      int start = startOf(at);
      Set<String> dictionary = names(file, start, at);
      if (dictionary.contains(PACKED)) {
        Optional<Fault> fault = faultIn(dictionary, at + STREAM.length);
        if (fault.isPresent()) {
          return fault;
        }
      }
      at = nextStream(at + STREAM.length);
    }
    return Optional.empty();
  }

  /** Looks into packed objects; what is packed in more ways than the usual one is not taken. */
  private Optional<Fault> faultIn(Set<String> dictionary, int afterWord) {
    Set<String> how = new HashSet<>(dictionary);
    how.remove(PACKED);
    if (how.isEmpty()) {
      return Optional.empty(); // its names were seen with those in the open
    }
    return how.equals(Set.of(UNPACKED_BY))
        ? unpackedFault(dataAfter(afterWord))
        : Optional.of(Fault.PDF_PACKED);
  }

  private Optional<Fault> unpackedFault(int start) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, start, file.length - start);
      byte[] window = new byte[64 * 1024];
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

  /** Where the object begins whose data follow at a place. */
  private int startOf(int place) {
    int least = Math.max(0, place - DICTIONARY_MAX);
    for (int at = place - OBJECT.length; at > least; at--) {
      if (Arrays.equals(file, at, at + OBJECT.length, OBJECT, 0, OBJECT.length)) {
        return at;
      }
    }
    return least;
  }

  private int dataAfter(int afterWord) {
    int at = afterWord;
    while (at < file.length && (file[at] == '\r' || file[at] == '\n' || file[at] == ' ')) {
      at++;
    }
    return at;
  }

  /** Returns where data begin next, or -1; the word that ends them has the other in it. */
  private int nextStream(int from) {
    for (int at = from; at <= file.length - STREAM.length; at++) {
      if (file[at] == STREAM[0]
          && (at == 0 || file[at - 1] != 'd')
          && Arrays.equals(file, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
        return at;
      }
    }
    return -1;
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
