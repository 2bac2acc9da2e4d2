/**
 * A PostgreSQL server that belongs to this program: unpacked, initialized, started, recovered and
 * stopped by it, with all files in one data folder.
 *
 * <p>It is made for data that stays. Commits reach the disk, pages carry checksums, only this
 * program's user can read the files, and only who knows the password can connect, from this
 * machine. A start after any kind of crash needs nobody's help.
 *
 * <p>Knows nothing of Spring or of what is stored. See {@code docs/decisions/0002}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.loanwright.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
