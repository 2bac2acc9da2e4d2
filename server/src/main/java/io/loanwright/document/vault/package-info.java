/**
 * Where the bytes of documents are kept, so that nobody reads them who has only the files, or only
 * the database.
 *
 * <p>Each content has a key of its own, made at random, which the database keeps wrapped by a
 * master key that is not in the database. A content lies under a name that is made of it and of its
 * key: so the same content is kept once, and from outside nobody can tell what lies there, nor that
 * two installations keep the same.
 */
@NullMarked
package io.loanwright.document.vault;

import org.jspecify.annotations.NullMarked;
