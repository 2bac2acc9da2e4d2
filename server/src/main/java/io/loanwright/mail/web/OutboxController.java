package io.loanwright.mail.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.mail.KeptMail;
import io.loanwright.mail.KeptMails;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was mailed, or would have been. */
@RestController
@Tag(name = "mail", description = "What was mailed, or waits to be handed over")
class OutboxController {

  private final KeptMails mails;

  OutboxController(KeptMails mails) {
    this.mails = mails;
  }

  /** A message without its text. */
  @Schema(name = "OutboxMessage")
  record MessageView(
      UUID id,
      String recipient,
      String subject,
      KeptMail.Status status,
      @Schema(description = "Whether the text can be read, because no mail server brought it")
          boolean readable,
      Instant createdAt,
      @Nullable Instant sentAt) {

    static MessageView of(KeptMail mail) {
      return new MessageView(
          mail.id(),
          mail.recipient(),
          mail.subject(),
          mail.status(),
          mail.readable(),
          mail.createdAt(),
          mail.sentAt());
    }
  }

  /** The text of a message. */
  @Schema(name = "OutboxText")
  record TextView(UUID id, String text) {

    @Override
    public String toString() {
      return "Text of " + id;
    }
  }

  @GetMapping("/api/outbox")
  @Permitted(Permission.USER_INVITE)
  @Operation(operationId = "listOutbox", summary = "Mail, newest first")
  Page<MessageView> list(
      @RequestParam(required = false) KeptMail.@Nullable Status status,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<KeptMail> found = mails.list(status, after == null ? null : after.id(0), rows + 1);
    return Page.of(found, rows, mail -> Cursor.of(mail.id())).map(MessageView::of);
  }

  @GetMapping("/api/outbox/{id}")
  @Permitted(Permission.USER_INVITE)
  @AskedAgain
  @Operation(
      operationId = "readOutbox",
      summary = "The text of a mail that no server brought; the reading is in the trail")
  @ApiResponse(responseCode = "409", description = "The text is not kept, or not shown")
  TextView read(Caller caller, @PathVariable UUID id) {
    if (mails.find(id).isEmpty()) {
      throw ProblemException.notFound("A mail");
    }
    return mails
        .read(caller, id)
        .map(text -> new TextView(id, text))
        .orElseThrow(() ->
            ProblemException.conflict(
                "mail-not-kept",
                "This mail cannot be read: a mail server has it or will get it, or it is of no use"
                    + " any more."));
  }
}
