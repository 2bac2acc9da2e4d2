package io.loanwright.verifier;

import io.loanwright.access.Caller;
import io.loanwright.organization.Job;
import io.loanwright.organization.Jobs;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Verifies as a job, whose result stays to be seen. */
@Component
public class Verifications {

  private static final String KIND = "verify-books";

  private final Jobs jobs;
  private final Verifier verifier;

  Verifications(Jobs jobs, Verifier verifier) {
    this.jobs = jobs;
    this.verifier = verifier;
  }

  /** Starts a verification; nothing if one is running, on whichever instance. */
  public Optional<UUID> start(Caller caller) {
    return jobs.startAlone(KIND, 0, caller, _ -> verifier.verify());
  }

  /** Returns the verification that was started last; its result is a {@link Verdict}. */
  public Optional<Job> last() {
    return jobs.last(KIND);
  }
}
