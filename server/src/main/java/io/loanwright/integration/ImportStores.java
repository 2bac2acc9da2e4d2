package io.loanwright.integration;

import io.loanwright.integration.store.ImportStore;
import io.loanwright.integration.store.RejectionStore;
import org.springframework.stereotype.Component;

/** What is kept about imports themselves. */
@Component
record ImportStores(ImportStore imports, RejectionStore rejections) {}
