package planted;

import org.springframework.modulith.Modulithic;

/** The root of the planted application. */
@Modulithic
public final class Planted {
  private Planted() {}
}
