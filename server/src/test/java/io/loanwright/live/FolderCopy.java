package io.loanwright.live;

import java.io.IOException;
import java.nio.file.Path;

/** A folder as it is, with owners and rights: a database server looks at them. */
final class FolderCopy {

  private FolderCopy() {}

  /**
   * Copies a folder that no program uses.
   *
   * @param to a folder that may be there, and is empty then
   */
  static void of(Path from, Path to) throws IOException, InterruptedException {
    Process copying =
        new ProcessBuilder("cp", "-a", "-T", from.toString(), to.toString()).inheritIO().start();
    if (copying.waitFor() != 0) {
      throw new IOException("Not copied: " + from);
    }
  }
}
