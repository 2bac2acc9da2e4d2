package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that each head that was signed is that of its seal, by a key that is trusted here. */
@Component
@Order(5)
class SignatureProof implements Proof {

  private final DailyHeadStore store;
  private final HeadKeys keys;

  SignatureProof(DailyHeadStore store, HeadKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    Walk walk = new Walk(found);
    store.all(walk::add);
    return new Checked("signed heads", walk.count);
  }

  private final class Walk {

    private final Consumer<Difference> found;
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
      count++;
    }

    private void report(DailyHead.Kept kept, String says, String follows) {
      found.accept(new Difference(kept.name(), says, follows));
    }
  }
}
