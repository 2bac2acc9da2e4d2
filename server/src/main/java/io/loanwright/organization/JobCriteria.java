package io.loanwright.organization;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What jobs are narrowed by; what is absent does not. */
public record JobCriteria(
    @Parameter(description = "What they do, like `close-day`")
        @Nullable
        @Size(max = 50)
        @Pattern(regexp = "[a-z-]*", message = "must be lower-case words with dashes")
        String kind,
    Job.@Nullable Status status) {

  /** Narrows by nothing. */
  public static final JobCriteria NONE = new JobCriteria(null, null);
}
