package io.loanwright.document.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Objects in a bucket of a store that speaks S3. Objects are put, read, asked for and deleted one
 * by one, by requests that are signed with version 4 of Amazon's signature; nothing else is needed
 * of the store.
 */
@Component
@EnableConfigurationProperties(S3Settings.class)
class S3Store implements ObjectStore {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;

  /** The client writes these by itself. */
  private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "expect");

  private final S3Settings settings;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  S3Store(S3Settings settings) {
    this.settings = settings;
    if (settings.isUsed()) {
      settings.address("");
    }
  }

  @Override
  public Kind kind() {
    return Kind.S3;
  }

  @Override
  public boolean isUsed() {
    return settings.isUsed();
  }

  @Override
  public void put(String place, byte[] sealed) throws IOException {
    HttpResponse<byte[]> answer = send(SdkHttpMethod.PUT, place, sealed);
    require(answer.statusCode() == OK, SdkHttpMethod.PUT, answer);
  }

  @Override
  public Optional<byte[]> get(String place) throws IOException {
    HttpResponse<byte[]> answer = send(SdkHttpMethod.GET, place, new byte[0]);
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    require(answer.statusCode() == OK, SdkHttpMethod.GET, answer);
    return Optional.of(answer.body());
  }

  @Override
  public boolean has(String place) throws IOException {
    HttpResponse<byte[]> answer = send(SdkHttpMethod.HEAD, place, new byte[0]);
    require(
        answer.statusCode() == OK || answer.statusCode() == NOT_FOUND, SdkHttpMethod.HEAD, answer);
    return answer.statusCode() == OK;
  }

  @Override
  public void delete(String place) throws IOException {
    HttpResponse<byte[]> answer = send(SdkHttpMethod.DELETE, place, new byte[0]);
    int status = answer.statusCode();
    require(
        status == NO_CONTENT || status == OK || status == NOT_FOUND, SdkHttpMethod.DELETE, answer);
  }

  private HttpResponse<byte[]> send(SdkHttpMethod method, String place, byte[] body)
      throws IOException {
    URI address = settings.address(place);
    boolean hasBody = method == SdkHttpMethod.PUT;
    BodyPublisher content = hasBody ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(ANSWER).method(method.name(), content);
    signed(method, address, body)
        .request()
        .forEachHeader((name, values) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the store was asked", e);
    }
  }

  private SignedRequest signed(SdkHttpMethod method, URI address, byte[] body) {
    SdkHttpRequest request = SdkHttpRequest.builder().method(method).uri(address).build();
    AwsCredentialsIdentity who =
        AwsCredentialsIdentity.create(settings.accessKey(), settings.secretKey());
    return signer.sign(wanted ->
        wanted
            .identity(who)
            .request(request)
            .payload(() -> new ByteArrayInputStream(body))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
  }

  private static void require(boolean isFine, SdkHttpMethod method, HttpResponse<byte[]> answer)
      throws IOException {
    if (!isFine) {
      throw new IOException(
          "The store of documents answers " + answer.statusCode() + " to " + method);
    }
  }
}
