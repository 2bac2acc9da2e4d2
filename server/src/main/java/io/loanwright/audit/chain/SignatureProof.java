package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that each head that was signed is that of its seal, by a key that is trusted here, and
 * that none is gone that was written down.
 */
@Component
@Order(5)
class SignatureProof implements Proof {

  private final DailyHeadStore store;
  private final HeadKeys keys;
  private final HeadNotes notes;
  private final Moment moment;

  SignatureProof(DailyHeadStore store, HeadKeys keys, HeadNotes notes, Moment moment) {
    this.store = store;
    this.keys = keys;
    this.notes = notes;
    this.moment = moment;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    Walk walk = new Walk(found);
    store.all(walk::add);
    written().stream()
        .filter(note -> !walk.signatures.contains(note.signature()))
        .filter(note -> !isThere(note))
        .forEach(walk::gone);
    return new Checked("signed heads", walk.count);
  }

  /** Looks once more: it may have been signed after the moment that all proofs look at. */
  private boolean isThere(HeadNotes.Note note) {
    return moment.now(() -> store.isThere(note.signature()));
  }

  private List<HeadNotes.Note> written() {
    try {
      return notes.all();
    } catch (IOException e) {
      throw new UncheckedIOException("The file of signed heads cannot be read", e);
    }
  }

  private final class Walk {

    private final Consumer<Difference> found;
    private final Set<String> signatures = new HashSet<>();
    private long count;
    private @Nullable String before;

    private Walk(Consumer<Difference> found) {
      this.found = found;
    }

    private void add(DailyHead.Kept kept) {
      DailyHead what = kept.what();
      HeadKeys.Signed by = kept.by();
      String key = HeadKeys.nameOf(by.publicKey());
      if (kept.sealHead() == null) {
        report(kept, "head of seal " + what.seal(), "the seal is gone");
      } else if (!kept.sealHead().equals(what.head())) {
        report(kept, "head " + what.head(), "head " + kept.sealHead());
      }
      if (!HeadKeys.isSignedBy(by, what.message(before))) {
        report(kept, "other than it was signed", "signed with key " + key);
      }
      if (!keys.isTrusted(by.publicKey())) {
        report(kept, "signed with key " + key, "signed with a key that is trusted here");
      }
      before = by.signature();
      signatures.add(before);
      count++;
    }

    private void gone(HeadNotes.Note note) {
      found.accept(
          new Difference(
              "signed head of " + note.day(),
              "gone",
              "head " + note.head() + " of seal " + note.seal() + ", as its file says"));
    }

    private void report(DailyHead.Kept kept, String says, String follows) {
      found.accept(new Difference(kept.name(), says, follows));
    }
  }
}
