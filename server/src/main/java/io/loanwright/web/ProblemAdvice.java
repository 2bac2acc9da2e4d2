package io.loanwright.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that can go wrong with a request into a {@link Problem}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @ExceptionHandler
  ResponseEntity<Object> refused(ProblemException refusal) {
    return answer(refusal.problem(), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(ConstraintViolationException refusal) {
    return answer(ProblemException.invalid(InvalidFields.of(refusal)).problem(), new HttpHeaders());
  }

  /** A file was expected and something else came, or the parts are broken. */
  @ExceptionHandler
  ResponseEntity<Object> noUpload(MultipartException refusal, WebRequest request) {
    String type = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
    HttpStatus status =
        type.startsWith("multipart/form-data")
            ? HttpStatus.BAD_REQUEST
            : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    String detail = "Send the file as multipart/form-data.";
    return answer(
        Problem.of(status, ProblemCodes.of(status), detail, List.of()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> forbidden(AccessDeniedException refusal) {
    return ofStatus(HttpStatus.FORBIDDEN, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> notSignedIn(AuthenticationException refusal) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return ofStatus(HttpStatus.UNAUTHORIZED, headers);
  }

  /** A header or a parameter holds characters that none may hold; found out when it was read. */
  @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
  ResponseEntity<Object> strange() {
    return answer(
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "invalid",
            "A header or a parameter contains characters that it may not contain. Send plain ASCII.",
            List.of()),
        new HttpHeaders());
  }

  /**
   * The database refused what our checks let through. A client can provoke that, so it is no 5xx;
   * it is logged, because a check of ours is missing.
   */
  @ExceptionHandler
  ResponseEntity<Object> refusedByDatabase(DataIntegrityViolationException refusal) {
    LOG.warn("The database refused what our checks let through", refusal);
    if (sqlState(refusal).startsWith("22")) {
      return ofStatus(HttpStatus.BAD_REQUEST, new HttpHeaders());
    }
    return answer(
        ProblemException.conflict(
                "conflict", "This contradicts what is stored already. Load it again and retry.")
            .problem(),
        new HttpHeaders());
  }

  /** Spring knows no name for a lock that was waited for in vain. */
  @ExceptionHandler
  ResponseEntity<Object> unnamed(UncategorizedSQLException refusal) {
    return sqlState(refusal).equals(LOCK_NOT_AVAILABLE) ? busy(refusal) : fault(refusal);
  }

  @ExceptionHandler(PessimisticLockingFailureException.class)
  ResponseEntity<Object> busy(DataAccessException refusal) {
    LOG.warn("Two changes met: {}", refusal.getMessage());
    return answer(
        ProblemException.conflict(
                "busy", "Somebody else is changing the same thing. Nothing was kept; try again.")
            .problem(),
        new HttpHeaders());
  }

  @ExceptionHandler({
    QueryTimeoutException.class,
    TransientDataAccessException.class,
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class
  })
  ResponseEntity<Object> away(Exception cause) {
    LOG.error("The database did not answer in time", cause);
    return ofStatus(HttpStatus.SERVICE_UNAVAILABLE, DatabaseAway.headers());
  }

  /**
   * Whatever nobody thought of. An answer that has begun is broken off, so that half a file is not
   * taken for a whole one: thrown on, the fault reaches the server, which closes the connection.
   */
  @ExceptionHandler
  ResponseEntity<Object> fault(Exception fault, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      throw fault;
    }
    return fault(fault);
  }

  private static ResponseEntity<Object> fault(Exception fault) {
    if (hasCause(fault, BodyLimitFilter.BodyTooLargeException.class)) {
      return answer(BodyLimitFilter.tooLarge(), new HttpHeaders());
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {}", incident, fault);
    return answer(Problem.internal(incident), new HttpHeaders());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(ProblemException.invalid(InvalidFields.of(refusal)).problem(), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(ProblemException.invalid(InvalidFields.of(refusal)).problem(), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (hasCause(refusal, BodyLimitFilter.BodyTooLargeException.class)) {
      return answer(BodyLimitFilter.tooLarge(), headers);
    }
    return answer(UnreadableBody.problem(refusal), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        refusal instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : Objects.requireNonNullElse(refusal.getPropertyName(), "value");
    return answer(
        ProblemException.invalid(name, InvalidFields.expectation(refusal)).problem(), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        ProblemException.invalid(refusal.getParameterName(), "is required").problem(), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        ProblemException.invalid(refusal.getRequestPartName(), "is required").problem(), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (refusal instanceof MissingRequestHeaderException missing) {
      return answer(
          ProblemException.invalid(missing.getHeaderName(), "is required").problem(), headers);
    }
    return ofStatus(HttpStatus.BAD_REQUEST, headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = refusal.getMethod() + " is not possible here.";
    return answer(Problem.of(status, ProblemCodes.of(status), detail, List.of()), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
      HttpMediaTypeNotAcceptableException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = "There is nothing here of a type that Accept names.";
    if (!refusal.getSupportedMediaTypes().isEmpty()) {
      detail += " Name one of " + types(refusal.getSupportedMediaTypes()) + ".";
    }
    return answer(Problem.of(status, ProblemCodes.of(status), detail, List.of()), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException refusal,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = "Send the body as " + types(refusal.getSupportedMediaTypes()) + ".";
    return answer(Problem.of(status, ProblemCodes.of(status), detail, List.of()), headers);
  }

  /** Whatever else Spring MVC refuses: the status alone says what it is. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception refusal,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      return fault(refusal);
    }
    return ofStatus(status, headers);
  }

  private static String types(List<MediaType> types) {
    return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
  }

  private static ResponseEntity<Object> ofStatus(HttpStatusCode status, HttpHeaders headers) {
    return answer(
        Problem.of(status, ProblemCodes.of(status), ProblemCodes.sentence(status), List.of()),
        headers);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String sqlState(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
