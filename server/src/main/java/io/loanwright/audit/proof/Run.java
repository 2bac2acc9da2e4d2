package io.loanwright.audit.proof;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One run of the verifier: the key of its fingerprints, and what its proofs share. */
public final class Run {

  private final Fingerprint.Key key = Fingerprint.Key.draw();
  private final Map<Class<?>, CompletableFuture<Object>> shared = new ConcurrentHashMap<>();

  /** Returns a fingerprint of nothing with the key of this run. */
  public Fingerprint fingerprint() {
    return new Fingerprint(key);
  }

  /**
   * Returns what is worked out once in a run: by whoever asks first, while the others wait.
   *
   * @param what of which there is one
   */
  public <T> T shared(Class<T> what, Supplier<T> work) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> first = shared.putIfAbsent(what, mine);
    if (first == null) {
      try {
        mine.complete(work.get());
      } catch (RuntimeException | Error e) {
        mine.completeExceptionally(e);
        throw e;
      }
      first = mine;
    }
    try {
      return what.cast(first.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
