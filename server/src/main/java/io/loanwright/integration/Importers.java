package io.loanwright.integration;

import org.springframework.stereotype.Component;

/** Who puts rows in: together, or one by one. */
@Component
record Importers(
    LoansTogether loansTogether,
    LoanImporter loans,
    PaymentsTogether paymentsTogether,
    PaymentImporter payments) {}
