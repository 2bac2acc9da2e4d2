package io.loanwright.integration.web;

import java.util.UUID;

/**
 * An import that was started.
 *
 * @param id ask {@code GET /api/imports/{id}} for counts, control totals and errors
 * @param jobId ask {@code GET /api/jobs/{jobId}} for progress
 */
record ImportStarted(UUID id, UUID jobId) {}
