package io.loanwright.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of more than {@value #BYTES_MAX} bytes before anything reads them into memory.
 *
 * <p>A declared length is refused at once, a body without one when it passes the limit. Uploads of
 * files are {@code multipart} and have their own limit in {@code spring.servlet.multipart}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

  static final int BYTES_MAX = 1_048_576;

  private final ProblemWriter problems;

  BodyLimitFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > BYTES_MAX) {
      problems.write(response, tooLarge());
    } else {
      chain.doFilter(new LimitedRequest(request), response);
    }
  }

  static Problem tooLarge() {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "body-too-large",
        "The request is too large. Send at most 1 MB, and files of at most 20 MB.",
        List.of());
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** The body is longer than the limit; {@link ProblemAdvice} answers 413. */
  static final class BodyTooLargeException extends IOException {
    BodyTooLargeException() {
      super("The body is longer than " + BYTES_MAX + " bytes");
    }
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private @Nullable LimitedStream stream;

    LimitedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      LimitedStream current = stream;
      if (current == null) {
        current = new LimitedStream(super.getInputStream());
        stream = current;
      }
      return current;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class LimitedStream extends ServletInputStream {

    private final ServletInputStream body;
    private long count;

    LimitedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      counted(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      counted(read);
      return read;
    }

    private void counted(int read) throws BodyTooLargeException {
      count += Math.max(read, 0);
      if (count > BYTES_MAX) {
        throw new BodyTooLargeException();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
