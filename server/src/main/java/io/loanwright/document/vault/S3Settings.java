package io.loanwright.document.vault;

import io.loanwright.web.SettingUnusable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a store that speaks S3 is, and who asks it.
 *
 * @param endpoint its address without a bucket; empty for Amazon's own of the region
 * @param bucket empty if there is none: documents are kept in the data folder then
 * @param prefix what the names of all documents begin with
 */
@ConfigurationProperties("loanwright.s3")
record S3Settings(
    @DefaultValue("") String endpoint,
    @DefaultValue("") String region,
    @DefaultValue("") String bucket,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("") String prefix) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]{1,100}/){0,10}");

  S3Settings {
    endpoint = endpoint.strip();
    region = region.isBlank() ? "us-east-1" : region.strip();
    bucket = bucket.strip();
    prefix = prefix.isBlank() ? "documents/" : prefix.strip();
    if (!bucket.isEmpty()) {
      check(bucket, accessKey, secretKey, prefix);
    }
  }

  private static void check(String bucket, String accessKey, String secretKey, String prefix) {
    if (!BUCKET.matcher(bucket).matches()) {
      throw new SettingUnusable("LOANWRIGHT_S3_BUCKET is no name of a bucket: " + bucket, null);
    }
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new SettingUnusable(
          "LOANWRIGHT_S3_BUCKET needs LOANWRIGHT_S3_ACCESS_KEY and LOANWRIGHT_S3_SECRET_KEY.",
          null);
    }
    if (!PREFIX.matcher(prefix).matches() || prefix.contains("..")) {
      throw new SettingUnusable(
          "LOANWRIGHT_S3_PREFIX must end in a slash and be plain, like documents/, not " + prefix,
          null);
    }
  }

  boolean isUsed() {
    return !bucket.isEmpty();
  }

  /** Returns the address of what is kept under a name; the bucket is a part of its path. */
  URI address(String place) {
    String base =
        endpoint.isEmpty()
            ? "https://s3.%s.amazonaws.com".formatted(region.toLowerCase(Locale.ROOT))
            : endpoint.replaceAll("/+$", "");
    try {
      URI address = new URI(base + "/" + bucket + "/" + prefix + place);
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new SettingUnusable(
        "LOANWRIGHT_S3_ENDPOINT must be an address like https://s3.example.org, not " + endpoint,
        null);
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "S3Settings[" + endpoint + " " + region + " " + bucket + " " + prefix + "]";
  }
}
