package io.loanwright.identity;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Gives bcrypt 64 characters that stand for a password of any length: bcrypt looks at 72 bytes
 * only, and at none behind a zero.
 *
 * <p>The key of the HMAC is no secret. It keeps hashes that leaked elsewhere from being tried here
 * in place of passwords: nobody else hashes with it.
 *
 * @param next what keeps them
 */
record HashedFirst(PasswordEncoder next) implements PasswordEncoder {

  private static final String ALGORITHM = "HmacSHA384";
  private static final byte[] KEY = "loanwright password".getBytes(StandardCharsets.US_ASCII);

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return password == null ? null : next.encode(hash(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String kept) {
    return password != null && next.matches(hash(password), kept);
  }

  @Override
  public boolean upgradeEncoding(@Nullable String kept) {
    return next.upgradeEncoding(kept);
  }

  private static String hash(CharSequence password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(KEY, ALGORITHM));
      byte[] bytes = password.toString().getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
