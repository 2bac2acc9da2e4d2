package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.reporting.live.LiveUpdates;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open screens that figures have changed. */
@RestController
@Tag(name = "reporting")
class UpdatesController {

  private final LiveUpdates updates;

  UpdatesController(LiveUpdates updates) {
    this.updates = updates;
  }

  @GetMapping(value = "/api/dashboards/updates", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Permitted(Permission.DASHBOARD_VIEW)
  @Operation(
      operationId = "streamUpdates",
      summary =
          "Server-sent events that say which kinds of figures have changed, never the figures",
      description =
          "Each event `changed` has the topics LENDING, BOOKS, TRAIL or DAY. The stream ends within"
              + " a minute and is asked for again; by then a session that has ended counts. One person"
              + " has eight at most: with a ninth the oldest gets the event `replaced` and ends.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  @ApiResponse(responseCode = "429", description = "The program is stopping")
  SseEmitter updates(Caller caller, HttpServletResponse response) {
    // nginx passes each event on at once.
    response.setHeader("X-Accel-Buffering", "no");
    return updates
        .open(caller)
        .orElseThrow(() -> {
          response.setHeader(HttpHeaders.RETRY_AFTER, "30");
          return new ProblemException(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-streams",
              "No further window can watch now. Try again in a while.",
              List.of());
        });
  }
}
