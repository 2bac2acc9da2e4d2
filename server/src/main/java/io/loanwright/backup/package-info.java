/**
 * Backups: all that an installation keeps, as it was at one moment, in one file; and installations
 * made of such files.
 *
 * <p>A file holds the rows of every table, read in one snapshot while people go on working, the
 * papers as they lie in the data folder, still encrypted, and the keys of the folder; so it is as
 * secret as the folder. Tables are made by the migrations and not from the file. What is in a file
 * is listed in it with SHA-256 sums, which are compared before anything is touched. See {@code
 * docs/operating/backup.md}.
 *
 * <p>Promised: a restore comes about whole or not at all, and a backup is there in full or not at
 * all. Not promised: papers that lie in a store that speaks S3.
 *
 * <p>The commands run beside the program or without it. The module keeps when they ran, and tells
 * the trail.
 */
@ApplicationModule(
    displayName = "backup",
    allowedDependencies = {"access", "audit", "database", "postgres", "web"})
@NullMarked
package io.loanwright.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
